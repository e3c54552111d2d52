import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { cutToTokens, estimateTokens } from '@/utils/suggestions/llm/token-estimate';

describe('the estimate of tokens', () => {
  it('is more than a token for each word and mark of ordinary talk', () => {
    const text = "i just lie there all night, and nobody at home really notices that i'm not ok.";
    const words = text.match(/[a-z]+|[^a-z\s]/g)?.length ?? 0;
    expect(estimateTokens(text)).toBeGreaterThanOrEqual(words);
    expect(estimateTokens(text)).toBeLessThan(words * 1.5);
  });

  it('counts more where scripts are denser', () => {
    expect(estimateTokens('я'.repeat(400))).toBe(280);
    expect(estimateTokens('心'.repeat(400))).toBe(600);
    expect(estimateTokens('1234567890')).toBe(10);
  });
});

describe('cutting', () => {
  it('leaves short texts alone', () => {
    expect(cutToTokens('all of it', 10)).toBe('all of it');
  });

  it('keeps the beginning and the end, in their own words', () => {
    const text = `first words ${'and so on '.repeat(200)}last words`;
    const cut = cutToTokens(text, 40);
    const [head = '', tail = ''] = cut.split(' … ');
    expect(text.startsWith(head)).toBe(true);
    expect(text.endsWith(tail)).toBe(true);
    expect(head.length).toBeGreaterThan(40);
    expect(tail.length).toBeGreaterThan(40);
  });

  it('never exceeds its bound and never cuts a placeholder or a character in two', () => {
    const word = fc.oneof(
      fc.constantFrom('[NAME_1]', '[PHONE_12]', 'oh[NAME_2],', '👻👻', '[', 'x'.repeat(90), 'so ', '\n'),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 80 }), fc.integer({ min: 2, max: 60 }), (all, tokens) => {
        const text = all.join(' ');
        const cut = cutToTokens(text, tokens);
        expect(estimateTokens(cut)).toBeLessThanOrEqual(tokens);
        expect(() => encodeURIComponent(cut)).not.toThrow();
        if (cut !== text) {
          const loose = (s: string): number =>
            s.replace(/\[[A-Z]+_\d+\]/g, '').match(/NAME_|PHONE_/g)?.length ?? 0;
          expect(loose(cut)).toBe(0);
        }
      }),
    );
  });
});
