import { spendingSchema, type Spending } from '@/utils/llm/usage';

/** The figures as they are typed; empty means none. */
export interface Figures {
  calls: string;
  tokens: string;
  money: string;
  prompt: string;
  completion: string;
  currency: string;
}

export const NO_FIGURES: Figures = {
  calls: '',
  tokens: '',
  money: '',
  prompt: '',
  completion: '',
  currency: '',
};

export interface ParsedFigures {
  /** Null while something is wrong. */
  spending: Spending | null;
  problems: Partial<Record<keyof Figures, string>>;
}

/** What is stored, as it stands in the fields. */
export function formOf({ budget = {}, prices, currency = '' }: Spending): Figures {
  const text = (value: number | undefined): string => (value === undefined ? '' : String(value));
  return {
    calls: text(budget.calls),
    tokens: text(budget.tokens),
    money: text(budget.money),
    prompt: text(prices?.prompt),
    completion: text(prices?.completion),
    currency,
  };
}

/** Parses what was typed; a decimal comma counts as a point. Each problem says what to type instead. */
export function parseFigures(figures: Figures): ParsedFigures {
  const problems: ParsedFigures['problems'] = {};
  const amount = (name: keyof Figures, whole: boolean, most: number): number | undefined => {
    const typed = figures[name].trim().replace(',', '.');
    if (typed === '') return undefined;
    const value = Number(typed);
    if (Number.isFinite(value) && value >= 0 && value <= most && (!whole || Number.isInteger(value)))
      return value;
    problems[name] = whole
      ? `Type a whole number up to ${most.toLocaleString()}, or leave it empty.`
      : `Type an amount such as 2.50, up to ${most.toLocaleString()}, or leave it empty.`;
    return undefined;
  };
  const calls = amount('calls', true, 100_000);
  const tokens = amount('tokens', true, 1_000_000_000);
  const money = amount('money', false, 10_000);
  const prompt = amount('prompt', false, 10_000);
  const completion = amount('completion', false, 10_000);
  const isPriced = prompt !== undefined && completion !== undefined;
  if (prompt !== undefined && completion === undefined)
    problems.completion ??= 'Both prices are needed, or neither.';
  if (completion !== undefined && prompt === undefined)
    problems.prompt ??= 'Both prices are needed, or neither.';
  if (money !== undefined && !isPriced) problems.money ??= 'A limit on money needs both prices.';
  const currency = figures.currency.trim();
  if (currency.length > 8) problems.currency = 'At most eight letters.';
  if (Object.keys(problems).length > 0) return { spending: null, problems };

  const budget = {
    ...(calls !== undefined && { calls }),
    ...(tokens !== undefined && { tokens }),
    ...(money !== undefined && { money }),
  };
  const spending = spendingSchema.parse({
    ...(isPriced && { prices: { prompt, completion } }),
    ...(currency !== '' && { currency }),
    ...(Object.keys(budget).length > 0 && { budget }),
  });
  return { spending, problems };
}
