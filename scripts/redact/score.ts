import { createRedactor } from '@/utils/privacy/redact/redactor';
import type { Found, Kind } from '@/utils/privacy/redact/kinds';
import type { Line } from './corpus';

export interface Count {
  expected: number;
  /** Every letter and digit of it was taken out, under whatever kind. */
  covered: number;
  /** Covered, and under its own kind. */
  named: number;
}

export interface Score {
  lines: number;
  byKind: Map<Kind, Count>;
  found: number;
  /** Found spans that touch nothing that was to be taken out. */
  needless: number;
  /** Lines with nothing to take out, and those of them left wholly alone. */
  plain: number;
  plainKept: number;
  misses: string[];
  alarms: string[];
}

/** Where each expected text stands: its `nth` occurrence, the first when that is not said. */
function locate({ text, expect }: Line): { kind: Kind; text: string; start: number; end: number }[] {
  return expect.map(({ nth = 1, ...item }) => {
    let start = -1;
    for (let i = 0; i < nth; i += 1) start = text.indexOf(item.text, start + 1);
    if (start < 0) throw new Error(`Not in its line: ${item.text}`);
    return { ...item, start, end: start + item.text.length };
  });
}

function covers(text: string, start: number, end: number, found: readonly Found[]): boolean {
  for (let i = start; i < end; i += 1) {
    if (!/[\p{L}\p{N}]/u.test(text[i] ?? '')) continue;
    if (!found.some((span) => span.start <= i && i < span.end)) return false;
  }
  return true;
}

/** Recall by kind and needless redactions on some lines; each line is a conversation of its own. */
export function score(lines: readonly Line[]): Score {
  const total: Score = {
    lines: lines.length,
    byKind: new Map(),
    found: 0,
    needless: 0,
    plain: 0,
    plainKept: 0,
    misses: [],
    alarms: [],
  };
  for (const line of lines) {
    const { found } = createRedactor({ known: line.known ?? [] }).redact(line.text);
    const wanted = locate(line);
    for (const item of wanted) {
      const count = total.byKind.get(item.kind) ?? { expected: 0, covered: 0, named: 0 };
      const hits = found.filter((span) => span.start < item.end && item.start < span.end);
      const covered = covers(line.text, item.start, item.end, found);
      count.expected += 1;
      if (covered) count.covered += 1;
      if (covered && hits.some(({ kind }) => kind === item.kind)) count.named += 1;
      if (!covered) total.misses.push(`${line.id}  ${item.kind} «${item.text}»  in: ${line.text}`);
      total.byKind.set(item.kind, count);
    }
    const needless = found.filter(
      (span) => !wanted.some((item) => span.start < item.end && item.start < span.end),
    );
    total.found += found.length;
    total.needless += needless.length;
    for (const { kind, text } of needless)
      total.alarms.push(`${line.id}  ${kind} «${text}»  in: ${line.text}`);
    if (wanted.length === 0) {
      total.plain += 1;
      if (found.length === 0) total.plainKept += 1;
    }
  }
  return total;
}
