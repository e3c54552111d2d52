import { CATEGORIES, type Category, type Reading } from '@/utils/analysis/reading';

/** A reading's confidence in its likeliest category, and whether that category was right. */
export interface Judged {
  confidence: number;
  right: boolean;
}

/** The likeliest category, whatever the label claims. */
export function likeliest({ emotions }: Reading): Category {
  return CATEGORIES.reduce((best, name) => (emotions[name] > emotions[best] ? name : best));
}

const share = (judged: readonly Judged[]): number =>
  judged.filter(({ right }) => right).length / Math.max(1, judged.length);

const BINS = 10;

/**
 * Expected calibration error: how far confidence and accuracy lie apart, over ten bins of equally many readings,
 * 0 to 1.
 */
export function calibrationError(judged: readonly Judged[]): number {
  const sorted = [...judged].sort((a, b) => a.confidence - b.confidence);
  let error = 0;
  for (let bin = 0; bin < BINS; bin += 1) {
    const part = sorted.slice(
      Math.floor((bin * sorted.length) / BINS),
      Math.floor(((bin + 1) * sorted.length) / BINS),
    );
    if (part.length === 0) continue;
    const mean = part.reduce((sum, { confidence }) => sum + confidence, 0) / part.length;
    error += (part.length / sorted.length) * Math.abs(mean - share(part));
  }
  return error;
}

const PARTS = [1, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.3];

/** A Markdown table: how often the surest part of the readings is right. */
export function coverageTable(data: string, judged: readonly Judged[]): string[] {
  const sorted = [...judged].sort((a, b) => b.confidence - a.confidence);
  const rows = PARTS.map((part) => {
    const surest = sorted.slice(0, Math.max(1, Math.round(part * sorted.length)));
    const least = surest.at(-1)?.confidence ?? 0;
    return `| ${(100 * part).toFixed(0)} % | ${(100 * share(surest)).toFixed(1)} % | ${least.toFixed(2)} |`;
  });
  return [
    `Accuracy against coverage, ${data} (${judged.length} rows):`,
    '',
    '| surest | right | confidence from |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ];
}
