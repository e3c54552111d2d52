import { describe, expect, it } from 'vitest';
import type { Message } from '@/utils/conversation/message';
import type { HintKind } from '@/utils/suggestions/hint';
import { client, hintsFor, supporter } from './hint-corpus';

/** What is said over three rounds, by kind of hint. */
function saidOf(...messages: readonly Message[]): Record<HintKind, string> {
  const said: Record<HintKind, string> = { explore: '', empathise: '', support: '' };
  for (const round of [0, 1, 2])
    for (const hint of hintsFor(messages, { round }).hints) said[hint.kind] += `${hint.text} | `;
  return said;
}
const all = (said: Record<HintKind, string>): string => Object.values(said).join('');

describe('grave news', () => {
  it.each([
    "the cancer's back",
    "they said it's terminal",
    "she was hit by a car and she didn't make it",
    "it's spread to his lungs and there's nothing more they can do",
    "my best mate's just told me he's got MND",
    "they said my brother's never going to walk again",
  ])('is met with sorrow, and without advice or comfort that is not there: %s', (text) => {
    const said = saidOf(client(text));
    expect(said.empathise).toMatch(/sorry|ground has gone/u);
    expect(all(said)).not.toMatch(/That can't be easy|find that hard|at least|will be (?:fine|ok)/iu);
  });

  it.each([
    "he tried out for the first team but he didn't make it",
    "the council said there's nothing they can do about the neighbours",
    'my cancer scare was years ago',
  ])('is not made of a team, a council or a scare: %s', (text) => {
    expect(all(saidOf(client(text)))).not.toMatch(/nobody is ever ready|what a loss|frightening news/iu);
  });
});

describe('what others grieve', () => {
  it.each([
    ["my gran's dog got put down yesterday and she rang me crying", /your gran/u],
    ["my best friend's mum died on sunday", /your best friend/u],
    ['my neighbour lost her husband last week', /your neighbour/u],
  ])('is heard as theirs, and the client beside them: %s', (text, who) => {
    const said = saidOf(client(text));
    expect(all(said)).toMatch(who);
    expect(all(said)).not.toMatch(/you miss|Losing your|about your (?:dog|mum|husband)\b|lost your/u);
  });

  it('keeps the name that was given before', () => {
    const said = saidOf(client('my gran rang me in tears. her sister died this morning'));
    expect(all(said)).toMatch(/your gran/u);
    expect(all(said)).not.toMatch(/Losing her|grieve for her/u);
  });

  it('steps back behind what is done to the client', () => {
    const said = saidOf(client("my boyfriend's mum is dying and he won't let me come to the hospital"));
    expect(said.support).not.toMatch(/Being there is a lot/u);
  });
});

describe('good and tender news', () => {
  it.each([
    'my son said mummy for the first time today, we were told he might never talk',
    'got the all clear this morning. sat in the car park and sobbed',
    'my grandma peeled me an orange and sat on my bed',
    'my boss said my work was the best on the team',
    'my little sister told me im her safe person',
    'my boy got Student of the Week',
  ])('is met warmly: %s', (text) => {
    const said = saidOf(client(text));
    expect(said.empathise).toMatch(
      /moment|lovely|wonderful|joy|tender|kind|saw you|a thing to (?:hear|be able)|relief|hold on to|meant|no small thing|so much|good to hear/iu,
    );
    expect(all(said)).not.toMatch(/hurtful|can't be easy|find (?:that|this) hard|hardest|sounds hard/u);
  });

  it('is not all joy where the one who is kind no longer knows them', () => {
    const text = 'My wife has dementia. Yesterday she thanked me for being such a kind nurse.';
    expect(all(saidOf(client(text)))).not.toMatch(/happy for you|What a moment|got to have that/u);
  });
});

describe('what is held against the talk', () => {
  it.each([
    "is there a list you're going through?",
    'you sound like a script',
    'are you even listening',
    'you just repeat what i say back to me',
    'i literally just told you that',
    'is this just copy paste',
    'so say something else then',
  ])('is owned, with humility: %s', (text) => {
    const said = saidOf(client(text));
    expect(said.empathise).toMatch(/sorry|Fair point|not getting it/u);
    expect(said.support).toMatch(/straight|wrong|listen|better by you|rather know/u);
    expect(all(said)).not.toMatch(/I can see why that's on your mind|glad you told me that/u);
  });
});

describe('a plain message', () => {
  const told = (before: string, text: string): Record<HintKind, string> =>
    saidOf(client(before, 'c0'), supporter('What is that like for you?'), client(text));

  it('is heard in the light of a loss told just before', () => {
    const said = told('my dad died on sunday', 'the house is full of his coats');
    expect(said.empathise).toMatch(/how much there is in that|sorry|close this is/u);
    expect(said.support).toMatch(/no right way|as long as you like/u);
  });

  it('is heard in the light of good news, where it is glad', () => {
    const said = told('i got into my first choice uni', 'my dad thought there was a burglar haha');
    expect(said.empathise).toMatch(/joy|happy|smile|good to hear/u);
    expect(all(said)).not.toMatch(/hard|weigh|carry/u);
  });
});

it('quotes names and exams as they are written', () => {
  const said = saidOf(client('I sat my A levels in the McDonald’s car park'));
  expect(all(said)).not.toMatch(/a levels|mcdonald/u);
});
