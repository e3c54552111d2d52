import { describe, expect, it } from 'vitest';
import { buildAutomaton } from '@/utils/analysis/safety/automaton';
import { HARD_BREAK, NO_BREAK } from '@/utils/analysis/safety/pieces';
import { parsePattern, type Pattern } from '@/utils/analysis/safety/pattern';
import type { Word } from '@/utils/analysis/safety/words';

/** Words of a text; a full stop of its own ends a sentence. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let ends = true;
  for (const word of text.split(' ')) {
    if (word === '.') ends = true;
    else {
      words.push({ word, start: 0, end: 0, breakBefore: ends ? HARD_BREAK : NO_BREAK });
      ends = false;
    }
  }
  return words;
}

const LISTS = new Map<string, readonly Pattern[]>(
  Object.entries({
    person: ['dad', '<mother>', 'big brother'],
    mother: ['mum', 'step mum'],
    'take~': ['take', 'took'],
  }).map(([name, entries]) => [name, entries.map(parsePattern)]),
);

function fits(pattern: string, text: string, fillers = ''): string[] {
  const words = wordsOf(text);
  const automaton = buildAutomaton([parsePattern(pattern)], LISTS, { fillers: new Set(fillers.split(' ')) });
  return automaton.match(words).map(({ from, to }) =>
    words
      .slice(from, to)
      .map(({ word }) => word)
      .join(' '),
  );
}

describe('the pattern language', () => {
  it.each([
    ['want to die', 'i want to die now', ['want to die']],
    ['(rope | noose) here', 'a noose here', ['noose here']],
    ['so [very] sad', 'so sad', ['so sad']],
    ['so [very] sad', 'so very sad', ['so very sad']],
    ['suicid*', 'feeling suicidal', ['suicidal']],
    ['kill ...2 dad', 'kill my old dad', ['kill my old dad']],
    ['kill ...1 dad', 'kill my old dad', []],
    ['rope ... tree', 'rope and then up in the tree', ['rope and then up in the tree']],
    ['rope ... tree', 'a rope . and a tree', []],
    ['my <person>', 'my mum', ['my mum']],
    ['my <person>', 'my step mum', ['my step mum']],
    ['my <person>', 'my big brother', ['my big brother']],
    ['take~ it', 'he took it', ['took it']],
    ['# pills', '40 pills', ['40 pills']],
    ['START stop', 'now stop', []],
    ['START stop', 'well . stop now', ['stop']],
    ['i am done END', 'i am done', ['i am done']],
    ['i am done END', 'i am done with it', []],
    ['i am (done END | lost)', 'i am done . now', ['i am done']],
  ])('%s in "%s"', (pattern, text, expected) => {
    expect(fits(pattern, text)).toEqual(expected);
  });

  it('steps over fillers, also when a pattern could name them', () => {
    expect(fits('want to die', 'want really just to die', 'really just')).toEqual([
      'want really just to die',
    ]);
    expect(fits('just die', 'just die', 'really just')).toEqual(['just die']);
  });

  it.each([
    ['', 'an empty part'],
    ['(a | )', 'an empty part'],
    ['(abc', 'is missing'],
    ['abc)', 'too many'],
    ["don't", 'not a word'],
    ['Die', 'not a word'],
    ['a*', 'not a word'],
    ['now START here', 'can only stand first'],
  ])('names the pattern that it cannot read: "%s"', (pattern, why) => {
    expect(() => parsePattern(pattern)).toThrow(why);
  });

  it('names a list that does not exist, and one that holds itself', () => {
    expect(() => buildAutomaton([parsePattern('my <nobody>')], LISTS)).toThrow('<nobody>');
    const circle = new Map([['a', [parsePattern('<a>')]]]);
    expect(() => buildAutomaton([parsePattern('<a>')], circle)).toThrow('holds itself');
  });
});
