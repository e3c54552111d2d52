import { align } from './align';

/** Rows remembered at most; far above what a page shows at once. */
const MEMORY = 20_000;
/** What names given here begin with. */
const PREFIX = 'own-';
/** Stands for the row in view next to which others are looked for; no fingerprint is like it. */
const NEIGHBOUR = ' ';

/** A fingerprint of what a row says, since words are not kept in the page's process, and which one of the same it is. */
interface Named {
  said: string;
  nth: number;
}

/**
 * Names for the messages of a conversation whose site gives them none. A row is known again by what it says and
 * where it stands among the others, so that a second "yes" is a second message, and one that was drawn anew or came
 * back into view is not. What rows say is given as fingerprints; `inView` are ids of all messages in view.
 */
export class OwnIds {
  /** All rows seen, in their order. */
  private rows: Named[] = [];
  private counts = new Map<string, number>();

  /** Rows right below those in view. */
  below(said: readonly string[], inView: readonly string[]): string[] {
    const last = inView.findLast((id) => id.startsWith(PREFIX));
    const start = this.rows.findLastIndex((row) => idOf(row) === last) + 1;
    const { rows, view } = this.merge(this.rows.splice(start), said, 'below');
    this.rows.push(...rows);
    this.forget();
    return view.map(idOf);
  }

  /** Rows right above those in view, and again the first of these, of which `saidInView` is what they say. */
  above(said: readonly string[], inView: readonly string[], saidInView: readonly string[]): string[] {
    const first = inView.find((id) => id.startsWith(PREFIX));
    const end = Math.max(
      0,
      this.rows.findIndex((row) => idOf(row) === first),
    );
    const below = this.rows.slice(end);
    const { rows, view } = this.merge(this.rows.slice(0, end), said, 'above');
    this.rows = [...rows, ...below];
    this.forget();
    const known = saidInView.map((one, n) => (below[n]?.said === one ? below[n] : this.name(one)));
    return [...view, ...known].map(idOf);
  }

  /** All rows in view. */
  view(said: readonly string[]): string[] {
    const { rows, view } = this.merge(this.rows, said);
    this.rows = rows;
    this.forget();
    return view.map(idOf);
  }

  private merge(
    known: readonly Named[],
    said: readonly string[],
    side?: 'above' | 'below',
  ): { rows: Named[]; view: Named[] } {
    const shift = side === 'below' ? 1 : 0;
    const withNeighbour = (row: readonly string[]) =>
      side === undefined ? row : side === 'below' ? [NEIGHBOUR, ...row] : [...row, NEIGHBOUR];
    const before = withNeighbour(known.map((row) => row.said));
    const places = align(before, withNeighbour(said));
    const found: number[] = [];
    const view = said.map((one, index) => {
      const place = places[index + shift];
      if (place === undefined) return this.name(one);
      found.push(place - shift);
      return known[place - shift] ?? this.name(one);
    });
    // What stood between rows that are still there is gone; what is beyond them is out of view.
    const first = side === 'below' ? 0 : (found[0] ?? known.length);
    const last = side === 'above' ? known.length : (found.at(-1) ?? (side === 'below' ? -1 : known.length));
    return { rows: [...known.slice(0, first), ...view, ...known.slice(last + 1)], view };
  }

  private name(said: string): Named {
    const nth = (this.counts.get(said) ?? 0) + 1;
    this.counts.set(said, nth);
    return { said, nth };
  }

  private forget(): void {
    if (this.rows.length <= MEMORY) return;
    this.rows = this.rows.slice(-MEMORY / 2);
    this.counts = new Map();
    for (const { said, nth } of this.rows) this.counts.set(said, Math.max(nth, this.counts.get(said) ?? 0));
  }
}

function idOf({ said, nth }: Named): string {
  return `${PREFIX}${said}-${String(nth)}`;
}
