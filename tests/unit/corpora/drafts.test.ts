import { describe, expect, it } from 'vitest';
import {
  draftLineSchema,
  FAULTS,
  halfOf,
  readDrafts,
  readSecondDrafts,
  type DraftEntry,
  type Fault,
} from '@/tests/corpora/drafts/corpus';

const split = readDrafts();
const drafts = [...split, ...readSecondDrafts()];
const good = drafts.filter(({ expect: wanted }) => wanted.length === 0);
const faulty = drafts.filter(({ expect: wanted }) => wanted.length === 1);
const withFault = (fault: Fault, among: readonly DraftEntry[] = drafts): DraftEntry[] =>
  among.filter(({ expect: wanted }) => wanted.some(({ code }) => code === fault));
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

describe('the written drafts', () => {
  it('are many, about half of them good', () => {
    expect(drafts.length).toBeGreaterThanOrEqual(330);
    expect(good.length).toBeGreaterThanOrEqual(150);
    expect(good.length / drafts.length).toBeGreaterThan(0.45);
    expect(good.length / drafts.length).toBeLessThan(0.55);
  });

  it('have ids of their own, and no two drafts are the same words', () => {
    expect(new Set(drafts.map(({ id }) => id)).size).toBe(drafts.length);
    expect(new Set(drafts.map(({ draft }) => plain(draft) || draft)).size).toBe(drafts.length);
  });

  it('mark words that are there, whole ones, without space around them', () => {
    const wrong = faulty.filter(({ draft, expect: wanted }) =>
      wanted.some(({ start, end }) => {
        const marked = draft.slice(start, end);
        const cutsWord = /[\p{L}\p{N}]{2}/u.test(draft.slice(start - 1, start + 1)) && start > 0;
        const cutsEnd = /[\p{L}\p{N}]{2}/u.test(draft.slice(end - 1, end + 1));
        return end > draft.length || marked === '' || marked !== marked.trim() || cutsWord || cutsEnd;
      }),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('answer a client: a client has spoken before each draft, and last where a cue or a danger was left', () => {
    expect(drafts.filter(({ messages }) => !messages.some(({ side }) => side === 'client'))).toEqual([]);
    const needsCue = [...withFault('cue-passed-over'), ...withFault('no-safety-question')];
    expect(needsCue.filter(({ messages }) => messages.at(-1)?.side !== 'client')).toEqual([]);
  });

  it.each(FAULTS)('%s: at least nine, in both halves, with near misses in both halves', (fault) => {
    const near = good.filter(({ id }) => id.startsWith(`near-${fault}-`));
    expect(withFault(fault).length).toBeGreaterThanOrEqual(9);
    for (const half of ['rules', 'judged'] as const) {
      expect(withFault(fault).filter((entry) => entry.half === half).length).toBeGreaterThanOrEqual(4);
      expect(near.filter((entry) => entry.half === half).length).toBeGreaterThanOrEqual(2);
    }
  });

  it('show the supporter asking before a run of closed questions goes on', () => {
    const short = withFault('closed-question-run').filter(
      ({ messages }) =>
        messages.filter(({ side, text }) => side === 'supporter' && text.includes('?')).length < 3,
    );
    expect(short.map(({ id }) => id)).toEqual([]);
  });

  it('give both halves good drafts', () => {
    for (const half of ['rules', 'judged'] as const) {
      expect(good.filter((entry) => entry.half === half).length).toBeGreaterThanOrEqual(75);
    }
  });
});

describe('the split', () => {
  it('depends on the id alone', () => {
    // Written down, because whoever changes the split changes which lines the rules may be made on.
    expect(['blame-01', 'blame-02', 'plain-01', 'plain-02'].map(halfOf)).toEqual([
      'rules',
      'judged',
      'judged',
      'rules',
    ]);
    expect(split.filter(({ id, half }) => halfOf(id) !== half)).toEqual([]);
  });
});

describe('the schema', () => {
  const line = {
    id: 'plain-01',
    theme: 'exams',
    messages: [{ side: 'client', text: 'hi' }],
    draft: 'Hello, what is on your mind?',
    expect: [],
  };

  it('takes a line as written', () => {
    expect(draftLineSchema.safeParse(line).success).toBe(true);
  });

  it.each([
    ['an unknown code', { expect: [{ code: 'rude', start: 0, end: 5 }] }],
    ['two faults', { expect: [1, 2].map(() => ({ code: 'blame', start: 0, end: 5 })) }],
    ['no message', { messages: [] }],
    ['an unknown side', { messages: [{ side: 'bot', text: 'hi' }] }],
    ['an empty draft', { draft: '' }],
  ])('refuses %s', (_what, change) => {
    expect(draftLineSchema.safeParse({ ...line, ...change }).success).toBe(false);
  });
});
