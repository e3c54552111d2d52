const BEGIN = '<!-- figures -->';
const END = '<!-- /figures -->';

/** Rows of cells, the first of them the head, as a Markdown table with aligned columns. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((text) => text.trim().replaceAll('|', '\\|')));
  const widths = (cells[0] ?? []).map((_, i) => Math.max(3, ...cells.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[], fill: string): string =>
    `| ${widths.map((width, i) => (row[i] ?? '').padEnd(width, fill)).join(' | ')} |`;
  const [head = [], ...body] = cells;
  return [line(head, ' '), line([], '-'), ...body.map((row) => line(row, ' '))].join('\n');
}

/** A page with new figures between its two marks; without the marks, the page with the figures at its end. */
export function refreshPage(page: string, figures: string): string {
  const from = page.indexOf(BEGIN);
  const to = page.indexOf(END);
  const block = `${BEGIN}\n\n${figures}\n\n${END}`;
  if (from < 0 || to < from) return `${page === '' ? '' : `${page.trimEnd()}\n\n`}${block}\n`;
  return page.slice(0, from) + block + page.slice(to + END.length);
}
