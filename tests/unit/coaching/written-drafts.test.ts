import { describe, expect, it } from 'vitest';
import { countDrafts } from '@/scripts/measure/drafts';

describe('the draft check on the written drafts', () => {
  // Aggregates only: whoever reads a judged line here could fit the rules to it.
  it.each([
    ['first', 'rules', 0.95, 0.9, 0.95],
    ['first', 'judged', 0.85, 0.65, 0.85],
  ] as const)(
    '%s lines, half %s: precise, and silent on good drafts',
    (set, half, precision, recall, silence) => {
      const { all, good, silent } = countDrafts(process.cwd(), half, set);
      expect(good).toBeGreaterThan(40);
      expect(all.wanted).toBeGreaterThan(40);
      expect(all.right / all.given).toBeGreaterThanOrEqual(precision);
      expect(all.right / all.wanted).toBeGreaterThanOrEqual(recall);
      expect(silent / good).toBeGreaterThanOrEqual(silence);
    },
  );
});
