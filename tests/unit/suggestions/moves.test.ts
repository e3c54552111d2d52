import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ANSWERS } from '@/utils/suggestions/device/answers';
import { HEARTS } from '@/utils/suggestions/device/hearts';
import { type HintModels, loadHintModels } from '@/utils/suggestions/device/hint-models';
import { LEAST_WORTH, MATTERS, mattersToAnswer, worthForMatter } from '@/utils/suggestions/device/matters';
import { MOVES, movesIn } from '@/utils/suggestions/device/moves';
import { suggestOnDevice, type Suggestions } from '@/utils/suggestions/device/suggest';
import { client, linesOf, supporter } from './hint-corpus';

const saysForMoves = new Set(MOVES.flatMap(linesOf).map(({ text }) => text));

let models: HintModels;
beforeAll(async () => {
  models = await loadHintModels((path) =>
    Promise.resolve(new Uint8Array(readFileSync(`public/${path}`)).buffer),
  );
});

const answer = (texts: readonly string[], safetyRaised = false): Suggestions =>
  suggestOnDevice({
    safetyRaised,
    messages: texts.map((text, i) => (i % 2 === 0 ? client(text, `c${i}`) : supporter(text, `s${i}`))),
    readings: () => null,
    round: 0,
    models,
  });
const answered = (...texts: string[]): Suggestions => answer(texts);
const forMoves = ({ hints }: Suggestions) => hints.filter(({ text }) => saysForMoves.has(text));

describe('what people do in a turn', () => {
  it('has a name of its own for each', () => {
    expect(new Set([...MOVES, ...MATTERS, ...HEARTS]).size).toBe(
      MOVES.length + MATTERS.length + HEARTS.length,
    );
  });

  it.each([...new Set([...MOVES, ...ANSWERS])].map((name) => [name]))(
    'has more than one line that can be given: %s',
    (name) => {
      const lines = linesOf(name);
      expect(lines.length).toBeGreaterThan(1);
      for (const line of lines) {
        expect(line.fits, line.text).toBeDefined();
        expect(worthForMatter(line, new Map([[name, 'done']])), line.text).toBeGreaterThan(LEAST_WORTH);
      }
    },
  );

  it.each([
    ['others-say', 'everyone tells me to just move on'],
    ['said-nothing', 'i didn’t say anything, i just smiled'],
    ['not-told', 'i havent told anyone about it'],
    ['minimises', 'i know its stupid but it really bothers me'],
    ['cant-stop-thinking', 'i cant stop thinking about what he said'],
    ['found-out', 'i found out from a friend that they had a party'],
  ])('is heard: %s in "%s"', (name, text) => {
    expect(movesIn(text)).toContain(name);
  });

  it.each([
    ['others-say', 'my brother told me the match is on'],
    ['not-told', 'i have told everyone already'],
    ['waiting-for', 'the waiting room was cold'],
    ['turned-out', 'i said i thought she was not right for him'],
    ['tried-did-not-help', 'they all knew each other from before'],
    ['friendly-but-no-way-in', 'everyone went home for christmas'],
    ['others-hopes', 'my dad never once said he was proud of me'],
  ])('is not heard: %s in "%s"', (name, text) => {
    expect(movesIn(text)).not.toContain(name);
  });

  it('is answered with a line for it, which rests on the words that hold it', () => {
    const told = 'work was ok today. my friends had a party. i didnt say anything, i just smiled';
    const [first] = forMoves(answered(told));
    expect(first?.because.text).toMatch(/say anything/u);
  });

  it('is not answered where a turn asks something, is long, or tells of a death', () => {
    expect(forMoves(answered('everyone tells me to just move on')).length).toBeGreaterThan(0);
    expect(forMoves(answered('everyone tells me to just move on. did you ever feel like that?'))).toEqual([]);
    const long = `everyone tells me to just move on. ${'we talked about it and then '.repeat(10)}that was it`;
    expect(forMoves(answered(long))).toEqual([]);
    expect(forMoves(answered('my mum died last week and everyone tells me to be strong'))).toEqual([]);
  });

  it.each([
    ['half of me wants to let go of the wheel', 'i keep thinking about it'],
    ['i sorted all my papers', "i'll call my kids tonight"],
    ['he lost it again yesterday', 'i know he means well'],
    ["i'm scared of him", 'everyone tells me to just leave him'],
    ['i ate nothing since monday and then i got rid of it', 'it sounds silly'],
    ['the tv talks to me', 'i found out they all know'],
    ['i lost my son to his father in court', 'i miss how it was, we used to bake together'],
    ['i lost the house to gambling', "i'll try it one more time"],
    ['they told me people like me should go home', 'i just smiled and said nothing'],
  ])('is not answered after words of danger, or soon after what is grave: %s', (dark, plain) => {
    expect(forMoves(answered(dark, 'I see.', plain))).toEqual([]);
    expect(mattersToAnswer(plain, [dark]).size).toBe(0);
  });

  it('is not answered in a talk in which a safety cue was found, though it was acknowledged', () => {
    const talk = ['i saved them all up', 'I am glad you told me.', 'i havent told anyone about it'];
    expect(forMoves(answer(talk)).length).toBeGreaterThan(0);
    const { hints } = answer(talk, true);
    expect(hints).not.toEqual([]);
    expect(forMoves({ hints })).toEqual([]);
  });

  it('belongs to the turn itself, not to what was told before', () => {
    const { hints } = answered(
      'everyone tells me to just move on',
      'That sounds lonely.',
      'we live in leeds',
    );
    expect(forMoves({ hints })).toEqual([]);
    expect(mattersToAnswer('we live in leeds', ['everyone tells me to just move on']).size).toBe(0);
  });

  it('is heard in any text without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const name of movesIn(text)) expect(MOVES).toContain(name);
      }),
    );
  });
});
