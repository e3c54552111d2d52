/** A line of input, or null for one that is longer than may be held. */
export type InputLine = string | null;

/** Longest line held, in UTF-16 units: well above the longest message, well below what would fill the memory. */
export const LONGEST_LINE = 4_000_000;

/**
 * Splits a stream of text into lines at "\n" (and "\r\n"), and nowhere else: JSON may hold U+2028 as it is.
 * Holds one line at a time; of a line beyond LONGEST_LINE only that it was there.
 */
export async function* readLines(chunks: AsyncIterable<string>): AsyncGenerator<InputLine> {
  let parts: string[] = [];
  let held = 0;
  let tooLong = false;
  const take = (): InputLine => {
    const line = tooLong ? null : parts.join('');
    parts = [];
    held = 0;
    tooLong = false;
    return line?.endsWith('\r') ? line.slice(0, -1) : line;
  };
  const hold = (text: string): void => {
    held += text.length;
    if (held > LONGEST_LINE) {
      tooLong = true;
      parts = [];
    } else if (text !== '') parts.push(text);
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      hold(chunk.slice(from, end));
      yield take();
      from = end + 1;
    }
    hold(chunk.slice(from));
  }
  if (held > 0) yield take();
}
