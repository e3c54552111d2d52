import { describe, expect, it } from 'vitest';
import { formOf, NO_FIGURES, parseFigures } from '@/components/settings/spending-form';

describe('limits and prices', () => {
  it('are none when nothing is typed', () => {
    expect(parseFigures(NO_FIGURES)).toEqual({ spending: {}, problems: {} });
  });

  it('come back as they were typed', () => {
    const typed = {
      calls: '20',
      tokens: '50000',
      money: '0.5',
      prompt: '2.5',
      completion: '10',
      currency: '€',
    };
    const { spending } = parseFigures(typed);
    expect(spending).toEqual({
      prices: { prompt: 2.5, completion: 10 },
      currency: '€',
      budget: { calls: 20, tokens: 50_000, money: 0.5 },
    });
    expect(spending && formOf(spending)).toEqual(typed);
  });

  it('may be written with a decimal comma', () => {
    const { spending } = parseFigures({ ...NO_FIGURES, prompt: '2,5', completion: '10' });
    expect(spending?.prices?.prompt).toBe(2.5);
  });

  it.each([
    [{ calls: '-1' }, 'calls'],
    [{ calls: '1.5' }, 'calls'],
    [{ tokens: 'many' }, 'tokens'],
    [{ money: '1' }, 'money'],
    [{ prompt: '1' }, 'completion'],
    [{ completion: '1' }, 'prompt'],
  ] as const)('say what is wrong: %j', (typed, field) => {
    const { spending, problems } = parseFigures({ ...NO_FIGURES, ...typed });
    expect(spending).toBeNull();
    expect(problems[field]).toBeTruthy();
  });
});
