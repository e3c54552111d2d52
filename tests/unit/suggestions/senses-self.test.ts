import { describe, expect, it } from 'vitest';
import { client, shown } from './hint-corpus';

/** All that is said to one message. */
const said = (text: string): string => shown(client(text));

describe('everyday words are not taken for trouble with oneself', () => {
  it.each([
    ['i am a mum of three from leeds', /hard on yourself|That's a hard thing to say|think any less/u],
    ['i should have the results on friday', /on yourself|guilt|looking back/u],
    ['i missed my nan so much at christmas', /want to be different|hear that it hurts/u],
    ['i threw the ball for the dog', /want to be different|hear that it hurts|judge/u],
    ['everyone else is at the pub', /further along|measure up/u],
    ["i thought i'd failed but i passed", /disappoint|a real blow/u],
    ['nothing matters more than my kids', /feeling very little|feel anything in particular/iu],
    ['the tyre pressure was low', /hold it together|shares the load/u],
    ['he never listens to the radio', /being (?:heard|noticed)|want someone to notice/u],
    ['i sat in my car outside the school waiting for the kids', /pull(?:ed|ing)? back|shut the door/u],
    ["i told everyone we're engaged", /brave face|how it really is|keep(?:ing)? (?:that )?up/u],
  ])('%s', (text, wrong) => {
    expect(said(text)).not.toMatch(wrong);
  });
});

describe('trouble with oneself in plain words', () => {
  it.each([
    ['im not good enough for anyone', /painful to feel|heavy thing|how low|hard you're being/u],
    ["it's on me that she left", /on yourself|guilt|judge you/u],
    ["i've not left the house in nine days", /pull(?:ed|ing) back|too much|way here/u],
    ['all my mates from uni are having kids', /further along|measure up|look around/u],
  ])('is met as such: %s', (text, right) => {
    expect(said(text)).toMatch(right);
  });
});

describe("a feeling word that is not the client's feeling", () => {
  it.each([
    ['a thing', 'the zip got stuck and the lady had to come in and help', /feeling stuck/u],
    ['an animal', 'at 6am its just the river and the same grumpy pelican', /irritation|annoyed/u],
    ['others', 'now at 9.30 everybody say tired must go home', /feeling tired|tiredness/u],
    [
      'what is hoped to be found',
      'i look at her page for something sad. but its all abba',
      /feeling sad|sadness/u,
    ],
    [
      'a part of the body',
      'you know when your fingers still hurt but its a good hurt',
      /feeling hurt|a lot of hurt/u,
    ],
    ['those it is for', 'sorry i know this is for sad people', /feeling sad|sadness/u],
    ['a manner of speaking', 'thats the annoying thing, theyre lovely', /feeling annoyed/u],
  ])('is left to whom it belongs: %s', (_name, text, wrong) => {
    expect(shown(client(text))).not.toMatch(wrong);
  });
});

describe('a feeling word that stands before a noun, or behind somebody else', () => {
  it.each([
    ['hands shaking and terrified before it', /terrified|scared|frighten|fear/iu],
    ['nobody around all weekend and so lonely', /lonel/iu],
  ])("is still the client's: %s", (text, some) => {
    expect(shown(client(text))).toMatch(some);
  });

  it('leaves whose mum it is to the client', () => {
    expect(shown(client('the doctor told me mum was getting worse'))).not.toMatch(
      /told my mum|told your mum/iu,
    );
  });
});

describe('a new "you" behind "your faith and"', () => {
  it('begins a clause of its own', () => {
    expect(said("I believe I'm losing my faith and I'm a vicar")).not.toMatch(/you and your faith|faith're/u);
    expect(said('me and my brother are close')).not.toMatch(/your brother and you are/u);
  });
});

describe('somebody who does not know whether, or how, to begin', () => {
  it.each(['idk if this counts as a problem', 'Good evening. I am not sure how one begins these things.'])(
    'is not told so, but helped to begin: %s',
    (text) => {
      expect(said(text)).toMatch(/start|begin|first|time|ready|words/iu);
      expect(said(text)).not.toMatch(/that sounds (?:hard|like a lot)/iu);
    },
  );
});
