/** A line of a transcript: `client Maya Brook: words (edited)`. */
interface Line {
  side: string;
  words: string;
}

export function parse(line: string): Line {
  const [side = ''] = line.split(' ');
  const words = line.slice(line.indexOf(': ') + 2).replace(/( \(edited\)|\(deleted\)| \(sending\))+$/, '');
  return { side, words };
}

/** What came of reading a page whose markup changed. */
export interface Verdict {
  /** Every message, each with its side. Marks and pictures may have been lost with the markup. */
  right: boolean;
  /** Nothing was read, or sides were left unknown: the panel says so. */
  unsure: boolean;
  /** Lines with a side that is not the speaker's. There must be none, whatever happens to a page. */
  swapped: string[];
}

/**
 * Judges what was read against what was said. Words that were said decide who spoke: where a line holds several
 * messages (a quotation that was no longer known as one), the last of them.
 */
export function judge(read: readonly string[], said: readonly string[]): Verdict {
  const truth = said.map(parse).filter(({ words }) => words !== '' && !words.startsWith('['));
  const swapped = read.filter((line) => {
    const { side, words } = parse(line);
    if (side === 'unknown') return false;
    const speaker = truth
      .map((known) => ({
        ...known,
        end: words.lastIndexOf(known.words) + known.words.length,
        is: words.includes(known.words),
      }))
      .filter(({ is }) => is)
      .sort((a, b) => b.end - a.end)[0];
    return speaker !== undefined && speaker.side !== side;
  });
  return {
    right: sidesOf(read) === sidesOf(said),
    unsure: read.length < said.length || read.some((line) => parse(line).side === 'unknown'),
    swapped,
  };
}

function sidesOf(lines: readonly string[]): string {
  return lines.map((line) => parse(line).side).join();
}
