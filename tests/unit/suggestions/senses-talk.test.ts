import { describe, expect, it } from 'vitest';
import { client, shown } from './hint-corpus';

/** All that is said to one message. */
const said = (text: string): string => shown(client(text));

describe('words of the talk itself that are meant of something else', () => {
  it.each([
    ['a waiting list is no script', 'is there a waiting list at the surgery', /I'm sorry|script|No list/u],
    ['a course is not this talk', 'this is a waste of time, this course', /heard by me|coming here/u],
    [
      'others who do not get it are not us',
      'my parents, they just dont get it',
      /heard by me|got that wrong/u,
    ],
    ['the boss is no bot', 'my boss sounds like a robot when he talks', /read every word|person here/u],
    ['medicine is no secret', 'is this safe to take with my tablets', /who hears|pass on|somebody knowing/u],
    ['rain is no grief', 'will it stop raining before saturday', /ease|always be like this|easier day/u],
    ['a promise to come back is not made', 'will you be here tomorrow', /right here with you/u],
    ['a form is no wound', 'why is the form so long', /painful|won't leave you alone|look for a reason/u],
    ['the guests are not us', 'i dont want to upset anyone at the wedding', /nothing to be sorry/u],
    ['a present is no dilemma', 'what should i get my girlfriend', /own gut|live with/u],
    ['a late answer is no plea', 'sorry for the late reply', /worth the time/u],
    ['high blood pressure is no strain', 'i have high blood pressure', /under pressure/u],
    ['a dropped line is no isolation', 'i was on hold for an hour and got cut off', /isolat/u],
  ])('%s', (_name, text, wrong) => {
    expect(said(text)).not.toMatch(wrong);
  });
});

describe('what is asked of the supporter in plain words', () => {
  it.each([
    ['who is there', 'am i speaking to a proper human?', /person here|who's on the other end/u],
    ['whether anybody is there', 'is anyone reading this', /I'm here|reached out/u],
    ['who will know', 'will my school find out i wrote here', /what stays here|have to pass on/u],
    ['a change of subject', 'can we not talk about my dad today', /whatever you like|You decide/u],
    [
      'whether this is the place',
      'do you talk about money here or is it only feelings',
      /of course|the place/iu,
    ],
    [
      'who may come',
      'is it ok to come on here if nothing is actually wrong',
      /of course|the place|asked it/iu,
    ],
    ['how to tell it', 'how am i supposed to tell my parents i left the course', /tell your parents/u],
    ['what talking can do', "talking about it doesn't help", /not sure|this worth|get it right/u],
    [
      'whether it is wrong to be glad',
      'is it wrong that i feel relieved',
      /bad person|human thing|asked it here|room for it/u,
    ],
  ])('is answered: %s', (_name, text, right) => {
    expect(said(text)).toMatch(right);
  });
});

describe('a plea for company', () => {
  it('is no doubt whether this is the place', () => {
    expect(said('can you please stay here with me')).not.toMatch(/the place/u);
  });
});
