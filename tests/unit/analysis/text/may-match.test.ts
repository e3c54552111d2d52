import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMayMatch } from '@/utils/analysis/text/may-match';
import { neededPieces } from '@/utils/analysis/text/needed-pieces';
import { z } from '@/utils/schema';
import frames from '@/utils/suggestions/device/bank/frames.json';
import { plainForRules, SAFE_WORD_RULES } from '@/utils/suggestions/safe-words';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
const messages = readFileSync(path.join(ROOT, 'tests/corpora/hints/messages.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => z.object({ text: z.string() }).parse(JSON.parse(line)).text);

describe('the pieces that a pattern needs', () => {
  it.each([
    ["\\b(?:can't|cannot) (?:even |really )?sleep\\b", ['sleep']],
    ['colou?r', ['colo']],
    ['(?:mum|dad) died', [' died']],
    ['(?:lonely|alone)+', ['lonely', 'alone']],
    ['(?<who>my \\w+) left(?! handed)', [' left']],
    ['(?:ok){2}fine', ['fine']],
  ])('of %s', (source, pieces) => {
    expect(neededPieces(source)).toEqual(pieces);
  });

  it.each([
    '^ok$',
    '(?:|lonely)',
    'lonely?|x',
    'l[o0]n[e3]ly',
    '(?:lonely)?',
    '(?:lonely)*',
    '(?i:lonely)',
    '😀?',
    '\\d+',
  ])('are not told where there may be none: %s', (source) => {
    expect(neededPieces(source)).toBeNull();
  });
});

describe('a quick look at a text', () => {
  const sources = [
    "\\b(?:i|i'm|we)(?: (?:just|really))* (?:lost|losing) my (?:job|mum|way)\\b",
    '^(?:no one|nobody) (?:\\w+ ){0,2}(?:cares|asks)$',
    '[a-c]+ {2,3}(?:so|too) tired|😀{1,2} ok',
    'x(?:yz)+?w|\\u0041\\.b|(?<=q )end',
  ];

  it('never leaves out a pattern that matches', () => {
    const look = createMayMatch(sources);
    sources.forEach((source, i) => {
      const pattern = new RegExp(source, 'u');
      const matching = /\(\?<=/u.test(source)
        ? fc.constantFrom('xyzyzw', 'A.b', 'a q end')
        : fc.stringMatching(new RegExp(source.replaceAll('\\b', ''), 'u'));
      fc.assert(
        fc.property(matching, fc.string(), fc.string(), (hit, before, after) => {
          const text = source.startsWith('^') ? hit : `${before} ${hit} ${after}`;
          return !pattern.test(text) || look(text)[i] === 1;
        }),
      );
    });
  });

  it('lets every frame of the bank and every safe-word rule speak that has something to say', () => {
    const people = "(?:my mum|my best friend|he|she|they|he's|she's)";
    const bank = frames.frames.map(({ pattern }) => pattern.replace(/@\w+/gu, people));
    for (const [all, read] of [
      [bank, (text: string) => text.toLowerCase()],
      [SAFE_WORD_RULES.map(({ pattern }) => pattern), plainForRules],
    ] as const) {
      const look = createMayMatch(all);
      const patterns = all.map((source) => new RegExp(source, 'u'));
      for (const message of messages) {
        const text = read(message);
        const may = look(text);
        patterns.forEach((pattern, i) => {
          if (may[i] === 0 && pattern.test(text)) expect.fail(`${all[i]?.slice(0, 80)} matches: ${text}`);
        });
      }
    }
  });

  it('leaves out most frames of a plain message, which is what it is for', () => {
    const look = createMayMatch(frames.frames.map(({ pattern }) => pattern.replace(/@\w+/gu, '(?:he|she)')));
    const shares = messages.map((text) => look(text.toLowerCase()).reduce((sum, one) => sum + one, 0));
    expect(shares.reduce((sum, one) => sum + one, 0) / shares.length / frames.frames.length).toBeLessThan(
      0.3,
    );
  });
});
