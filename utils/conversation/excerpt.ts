/** The first `length` UTF-16 units of a text, cut between words where there is one near, with an ellipsis. */
export function excerptOf(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > length * 0.7 ? space : wholeUnits(cut))}…`;
}

/** The words around a span, at most `margin` units on each side, with ellipses where text was left out. */
export function excerptAround(text: string, start: number, end: number, margin: number): string {
  const from = start <= margin ? 0 : nextWord(text, start - margin, start);
  const to = text.length - end <= margin ? text.length : lastWord(text, end, end + margin);
  return `${from > 0 ? '…' : ''}${text.slice(from, to).trim()}${to < text.length ? '…' : ''}`;
}

function nextWord(text: string, from: number, limit: number): number {
  const space = text.indexOf(' ', from);
  return space >= 0 && space < limit ? space + 1 : from;
}

function lastWord(text: string, limit: number, to: number): number {
  const space = text.lastIndexOf(' ', to);
  return space > limit ? space : to;
}

/** Length of a text without a surrogate that lost its other half. */
function wholeUnits(text: string): number {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.length - 1 : text.length;
}
