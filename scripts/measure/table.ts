import type { Figure, Section } from './section';

/** Three significant digits, without an exponent. */
const number = (value: number | undefined): string =>
  value === undefined ? '' : Number(value.toPrecision(3)).toString();

function mark({ value, aim, better = 'more' }: Figure): string {
  if (aim === undefined) return '';
  const reached = better === 'more' ? value >= aim : value <= aim;
  return `${number(aim)} ${reached ? 'reached' : 'NOT reached'}`;
}

/** The figures of a section as a Markdown table. */
export function figureTable({ figures }: Section): string {
  const rows = figures.map((f) => [
    f.name,
    f.data,
    String(f.n),
    number(f.value),
    f.baselineName ?? '',
    number(f.baseline),
    mark(f),
    f.note ?? '',
  ]);
  const lines = [
    ['figure', 'data', 'rows', 'ours', 'beside', 'that', 'aim', 'note'],
    Array<string>(8).fill('---'),
    ...rows,
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
