import { describe, expect, it } from 'vitest';
import { GROUPS, readCorpus, type CorpusEntry } from '@/tests/corpora/safety/corpus';
import { findSafetyCues } from '@/utils/analysis/safety/find-safety-cues';

const corpus = readCorpus();
const first = corpus.filter((line) => !/^(later|judged|rules)-/.test(line.file));

const found = (line: CorpusEntry) => findSafetyCues(line.text).length > 0;
const plain = (line: CorpusEntry) => findSafetyCues(line.text).some((cue) => cue.strength !== 'check');
/** Lines that judge are named, never shown: whoever sees them might write rules for them. */
const name = (line: CorpusEntry) => (line.half === 'judged' ? line.id : line.text);
const missed = (lines: readonly CorpusEntry[]) => lines.filter((line) => !found(line)).map(name);

describe('the written lines', () => {
  it('are enough, of every group, and each is there once', () => {
    expect(first.length).toBeGreaterThanOrEqual(600);
    expect(new Set(corpus.map((line) => line.id)).size).toBe(corpus.length);
    expect(new Set(corpus.map((line) => line.text)).size).toBe(corpus.length);
    expect(new Set(first.map((line) => line.group))).toEqual(new Set(GROUPS));
  });

  it('fall into two halves of about the same size', () => {
    const judged = first.filter((line) => line.half === 'judged').length;
    expect(judged / first.length).toBeGreaterThan(0.45);
    expect(judged / first.length).toBeLessThan(0.55);
  });

  it.each(['rules', 'judged'] as const)('are recalled as aimed for: first lines, %s half', (half) => {
    const lines = first.filter((line) => line.half === half);
    const explicit = lines.filter((line) => line.expect === 'explicit');
    const indirect = lines.filter((line) => line.expect === 'indirect');
    expect(missed(explicit).length / explicit.length).toBeLessThanOrEqual(0.02);
    expect(missed(indirect).length / indirect.length).toBeLessThanOrEqual(0.15);
  });

  it('of a no, of the past and about others always ask for a check', () => {
    expect(missed(first.filter((line) => line.expect === 'check'))).toEqual([]);
  });

  it('raise no card for idiom, stories and ordinary distress', () => {
    expect(corpus.filter((line) => line.expect === 'none' && plain(line)).map(name)).toEqual([]);
  });
});
