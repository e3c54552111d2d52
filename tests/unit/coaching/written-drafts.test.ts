import { describe, expect, it } from 'vitest';
import { countDrafts } from '@/scripts/measure/drafts';

describe('the draft check on the written drafts', () => {
  // Aggregates only: whoever reads a judged line here could fit the rules to it.
  it.each([
    ['rules', 0.95, 0.9, 0.95],
    ['judged', 0.78, 0.65, 0.85],
  ] as const)('half %s: precise, and silent on good drafts', (half, precision, recall, silence) => {
    const { all, good, silent } = countDrafts(process.cwd(), half);
    expect(good).toBeGreaterThan(100);
    expect(all.wanted).toBeGreaterThan(100);
    expect(all.right / all.given).toBeGreaterThanOrEqual(precision);
    expect(all.right / all.wanted).toBeGreaterThanOrEqual(recall);
    expect(silent / good).toBeGreaterThanOrEqual(silence);
  });
});
