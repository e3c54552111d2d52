import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readClientLines, readSafetyLines } from '@/scripts/train/safety-lines';
import { readCorpus, type CorpusEntry } from '@/tests/corpora/safety/corpus';
import { findSafetyCues } from '@/utils/analysis/safety/find-safety-cues';
import { parseSafetyModel } from '@/utils/analysis/safety/model/safety-model';
import { createSafetyFinder } from '@/utils/analysis/safety/safety-finder';

// Lines by another author than the rules'. Counts only: whoever saw the judged ones could write rules for them.
const lines = readCorpus(join(process.cwd(), 'tests', 'corpora', 'safety', 'independent'));
const others = readCorpus();
const another = readCorpus(join(process.cwd(), 'tests', 'corpora', 'safety', 'another'));
const chat = readCorpus(join(process.cwd(), 'tests', 'corpora', 'safety', 'chat'));
const told = readCorpus(join(process.cwd(), 'tests', 'corpora', 'safety', 'told'));
const veiled = readCorpus(join(process.cwd(), 'tests', 'corpora', 'safety', 'veiled'));
const judged = lines.filter((line) => line.file === 'independent-judged');
const rulesHalf = lines.filter((line) => line.file === 'independent-rules');

const find = createSafetyFinder(parseSafetyModel(new Uint8Array(readFileSync('public/models/safety.bin'))));
const found = (line: CorpusEntry) => find(line.text).length > 0;
const foundByRules = (line: CorpusEntry) => findSafetyCues(line.text).length > 0;
const plain = (line: CorpusEntry) => find(line.text).some((cue) => cue.strength !== 'check');
const onlyChecked = (line: CorpusEntry) => found(line) && !plain(line);
const share = (
  part: readonly CorpusEntry[],
  expected: CorpusEntry['expect'],
  test: (line: CorpusEntry) => boolean,
) => {
  const of = part.filter((line) => line.expect === expected);
  return of.filter(test).length / of.length;
};

/** What was found when the weights were made that learnt from their authors' other lines, as shares. */
const TOLD = { explicit: 0.82, indirect: 0.49, check: 0.75, cards: 0.004, checks: 0.045 };

describe('the lines by another author', () => {
  it('are two halves of one size, each line there once', () => {
    expect(judged.length).toBe(rulesHalf.length);
    expect(judged.length + rulesHalf.length).toBe(lines.length);
    expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length);
    expect(new Set(lines.map((line) => line.text.toLowerCase())).size).toBe(lines.length);
  });

  it('share no line with the other sets', () => {
    const ids = new Set(others.map((line) => line.id));
    const texts = new Set(others.map((line) => line.text.toLowerCase()));
    expect(lines.filter((line) => ids.has(line.id) || texts.has(line.text.toLowerCase())).length).toBe(0);
  });

  it('are recalled no worse than they were: the half that rules were improved by', () => {
    expect(share(rulesHalf, 'explicit', found)).toBeGreaterThanOrEqual(0.99);
    expect(share(rulesHalf, 'indirect', found)).toBeGreaterThanOrEqual(0.96);
    expect(share(rulesHalf, 'check', found)).toBe(1);
  });

  it('are recalled no worse than they were: the judged half, by the rules alone', () => {
    expect(share(judged, 'explicit', foundByRules)).toBeGreaterThanOrEqual(0.87);
    expect(share(judged, 'indirect', foundByRules)).toBeGreaterThanOrEqual(0.5);
    expect(share(judged, 'check', foundByRules)).toBeGreaterThanOrEqual(0.8);
  });

  it('are recalled no worse than they were: the judged half, with the second layer', () => {
    expect(share(judged, 'explicit', found)).toBeGreaterThanOrEqual(0.96);
    expect(share(judged, 'indirect', found)).toBeGreaterThanOrEqual(0.69);
    expect(share(judged, 'check', found)).toBeGreaterThanOrEqual(0.85);
  });

  it('are found as well where they stand before or behind an everyday message', () => {
    const everyday = chat
      .filter((line) => line.expect === 'none' && !found(line) && /[.!?]$/u.test(line.text))
      .map(({ text }) => text)
      .filter((text) => text.split(/\s+/u).length >= 10);
    const cues = judged.filter(({ expect }) => expect === 'explicit' || expect === 'indirect');
    const around = (i: number): string => everyday[i % everyday.length] ?? '';
    const shareOf = (texts: readonly string[]): number =>
      texts.filter((text) => find(text).length > 0).length / cues.length;
    expect(everyday.length).toBeGreaterThan(5);
    expect(
      shareOf(cues.map(({ text }, i) => `${text.replace(/[^.!?]$/u, '$&.')} ${around(i)}`)),
    ).toBeGreaterThan(0.84);
    expect(shareOf(cues.map(({ text }, i) => `${around(i)} ${text}`))).toBeGreaterThan(0.84);
  });

  it('raise few cards where there is nothing', () => {
    expect(share(rulesHalf, 'none', plain)).toBeLessThanOrEqual(0.01);
    expect(share(judged, 'none', plain)).toBeLessThanOrEqual(0.02);
    expect(share(judged, 'none', onlyChecked)).toBeLessThanOrEqual(0.08);
  });

  it('by a third author are recalled no worse than when they were first read', () => {
    expect(share(another, 'explicit', found)).toBeGreaterThanOrEqual(0.93);
    expect(share(another, 'indirect', found)).toBeGreaterThanOrEqual(0.89);
    expect(share(another, 'check', found)).toBe(1);
    expect(share(another, 'none', found)).toBeLessThanOrEqual(0.08);
  });

  it('by a fourth author, whole chats full of pictures and strong words, raise few cards where there is nothing', () => {
    expect(share(chat, 'explicit', found)).toBe(1);
    expect(share(chat, 'indirect', found)).toBeGreaterThanOrEqual(0.75);
    expect(share(chat, 'check', found)).toBeGreaterThanOrEqual(0.86);
    expect(share(chat, 'none', plain)).toBeLessThanOrEqual(0.004);
    expect(share(chat, 'none', onlyChecked)).toBeLessThanOrEqual(0.06);
  });

  it('told in passing are none of those learnt from', () => {
    const learnt = new Set(
      [...readSafetyLines('.').map(({ text }) => text), ...readClientLines('.')].map((text) =>
        text.toLowerCase(),
      ),
    );
    expect(told.filter(({ text }) => learnt.has(text.toLowerCase()))).toEqual([]);
  });

  it('told in passing among everyday things are found, and ordinary talk is mostly left alone', () => {
    expect(share(told, 'explicit', found)).toBeGreaterThanOrEqual(TOLD.explicit);
    expect(share(told, 'indirect', found)).toBeGreaterThanOrEqual(TOLD.indirect);
    expect(share(told, 'check', found)).toBeGreaterThanOrEqual(TOLD.check);
    expect(share(told, 'none', plain)).toBeLessThanOrEqual(TOLD.cards);
    expect(share(told, 'none', onlyChecked)).toBeLessThanOrEqual(TOLD.checks);
  });

  it('in veiled words, from which rules were made, are found by the rules, and everyday lines close to them are left alone', () => {
    const told = veiled.filter(({ file }) => file === 'rules-veiled');
    const near = veiled.filter(({ file }) => file === 'rules-near');
    expect(told.filter((line) => !foundByRules(line)).map(({ text }) => text)).toEqual([]);
    expect(share(near, 'none', foundByRules)).toBeLessThanOrEqual(0.13);
    expect(share(near, 'none', plain)).toBe(0);
  });

  it.each([
    'half of me wants to let go of the wheel, and my boss says I should rest',
    "I'll make sure he regrets it, he'll need a hospital",
    'my little brother cries every night in the cellar, mum is feeding the dog',
    'i was drunk and since then i have pain in my chest',
  ])('in veiled words are found whatever everyday words stand beside them: %s', (text) => {
    expect(findSafetyCues(text).map(({ rule }) => rule)).toContainEqual(expect.stringContaining('veiled'));
  });
});
