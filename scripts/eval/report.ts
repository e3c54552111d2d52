import { markdownTable } from '@/scripts/figures/page';
import type { Answer } from '../suggest/engines';
import type { WrittenMoment } from './moments';
import { FAULTS, type Fault, type Score } from './score';

/** The figures of one run of one engine. Shares are of the moments; times in milliseconds. */
export interface Report {
  engine: string;
  moments: number;
  safetyMoments: number;
  /** Share of moments without any fault. */
  sound: number;
  faults: Record<Fault, { moments: number; share: number; ids: string[] }>;
  words: { median: number; p95: number };
  readingGrade: { median: number; p95: number };
  /** Mean unlikeness of the three hints, 0 to 1. */
  difference: number;
  /** Share of hints of this run whose first three words another hint of the run has too. */
  sharedOpenings: number;
  /** Of the moments in the action stage, or where the client asks: share with an offer of advice, with leave. */
  offersWhereAdviceFits: number;
  firstHintMs: { median: number; p95: number } | null;
  tokens: { promptMean: number; completionMean: number } | null;
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, x) => sum + x, 0) / values.length;
const round = (x: number, decimals = 3): number => Number(x.toFixed(decimals));
const spread = (values: readonly number[]) => ({
  median: round(quantile(values, 0.5), 2),
  p95: round(quantile(values, 0.95), 2),
});

export interface Scored {
  moment: WrittenMoment;
  answer: Answer;
  score: Score;
  adviceFits: boolean;
}

export function makeReport(engine: string, runs: readonly Scored[]): Report {
  const hints = runs.flatMap(({ answer }) => answer.hints);
  const openings = hints.map((hint) => hint.text.toLowerCase().split(/\s+/u).slice(0, 3).join(' '));
  const first = runs.flatMap(({ answer }) => answer.firstMs ?? []);
  const tokens = runs.flatMap(({ answer }) => answer.tokens ?? []);
  const fitting = runs.filter(({ adviceFits, moment }) => adviceFits && !moment.safety);
  const faults = Object.fromEntries(
    FAULTS.map((fault) => {
      const ids = runs.filter(({ score }) => score.faults.includes(fault)).map(({ moment }) => moment.id);
      return [fault, { moments: ids.length, share: round(ids.length / runs.length), ids }];
    }),
  ) as Report['faults'];
  return {
    engine,
    moments: runs.length,
    safetyMoments: runs.filter(({ moment }) => moment.safety).length,
    sound: round(runs.filter(({ score }) => score.faults.length === 0).length / runs.length),
    faults,
    words: spread(runs.flatMap(({ score }) => score.words)),
    readingGrade: spread(runs.flatMap(({ score }) => score.grades)),
    difference: round(mean(runs.flatMap(({ score }) => score.difference ?? []))),
    sharedOpenings: round(
      openings.filter((opening, i) => openings.indexOf(opening) !== i || openings.lastIndexOf(opening) !== i)
        .length / Math.max(1, openings.length),
    ),
    offersWhereAdviceFits: round(
      fitting.filter(({ answer }) => answer.hints.some((hint) => hint.technique.endsWith('with permission')))
        .length / Math.max(1, fitting.length),
    ),
    firstHintMs: first.length === 0 ? null : spread(first),
    tokens:
      tokens.length === 0
        ? null
        : {
            promptMean: Math.round(mean(tokens.map((t) => t.prompt))),
            completionMean: Math.round(mean(tokens.map((t) => t.completion))),
          },
  };
}

const percent = (x: number): string => `${(100 * x).toFixed(1)} %`;

/** The lines of the report: what, and the figure. */
function rowsOf(report: Report): [string, string][] {
  return [
    ['moments (with safety cues)', `${report.moments} (${report.safetyMoments})`],
    ['without any fault', percent(report.sound)],
    ...FAULTS.map((fault): [string, string] => {
      const { moments, share, ids } = report.faults[fault];
      return [
        `  ${fault}`,
        moments === 0 ? '0' : `${moments} (${percent(share)}): ${ids.slice(0, 8).join(' ')}`,
      ];
    }),
    ['words a hint, median / 95th', `${report.words.median} / ${report.words.p95}`],
    ['reading grade, median / 95th', `${report.readingGrade.median} / ${report.readingGrade.p95}`],
    ['difference of the three', report.difference.toFixed(2)],
    ['openings shared in the run', percent(report.sharedOpenings)],
    ['advice offered where it fits', percent(report.offersWhereAdviceFits)],
    [
      'first hint, ms, median / 95th',
      report.firstHintMs === null ? '-' : `${report.firstHintMs.median} / ${report.firstHintMs.p95}`,
    ],
    [
      'tokens in / out',
      report.tokens === null ? '-' : `${report.tokens.promptMean} / ${report.tokens.completionMean}`,
    ],
  ];
}

/** The report as a table that fits a terminal. */
export function tableOf(report: Report): string {
  const rows = rowsOf(report);
  const width = Math.max(...rows.map(([name]) => name.length));
  return [`engine: ${report.engine}`, ...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`)].join(
    '\n',
  );
}

/** The report as a Markdown table, with its columns aligned. */
export const markdownOf = (report: Report): string =>
  markdownTable([
    ['what', report.engine],
    ...rowsOf(report).map(([name, value]) => [
      `${name.startsWith(' ') ? 'fault: ' : ''}${name.trim()}`,
      value,
    ]),
  ]);
