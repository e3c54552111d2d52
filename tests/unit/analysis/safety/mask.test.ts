import { describe, expect, it } from 'vitest';
import { maskMethods, METHOD_MASK } from '@/utils/analysis/safety/mask-methods';

describe('the mask of methods', () => {
  it.each([
    ["I've just taken 40 paracetamol", `I've just taken ${METHOD_MASK}`],
    ['I want to jump off the bridge', `I want to ${METHOD_MASK} ${METHOD_MASK} ${METHOD_MASK}`],
    ['I have 50mg left', `I have ${METHOD_MASK} left`],
    ['I want to die', 'I want to die'],
    ['hello there', 'hello there'],
    ['', ''],
  ])('%s', (text, masked) => {
    expect(maskMethods(text)).toBe(masked);
  });

  it.each([['r0pe'], ['p i l l s'], ['kn\u200bife'], ['\u0440ills'], ['raz*r']])(
    'sees through disguise: %s',
    (word) => {
      expect(maskMethods(`I have a ${word} here`)).not.toContain(word);
    },
  );

  it('leaves nothing of a method word in the written lines', async () => {
    const { readCorpus } = await import('@/tests/corpora/safety/corpus');
    const named = /\b(pills?|tablets?|paracetamol|rope|noose|razor|blades?|bridge|bleach|overdose)\b/i;
    const lines = readCorpus().filter((line) => named.test(line.text));
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.map((line) => maskMethods(line.text)).filter((masked) => named.test(masked))).toEqual([]);
  });
});
