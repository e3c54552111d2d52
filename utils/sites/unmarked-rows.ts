import type { Side } from '../conversation/message';
import type { Adapter } from './adapter';
import { folded, type SideFacts } from './side';

type Seen = SideFacts & { author: string | null };

/**
 * Decides on rows that no rule names, from what the whole list shows. Where the supporter's rows carry a mark,
 * the others are the client's once that mark, or the other one, was seen and no second other person has
 * written. Where there are only names, two are needed. Until then nobody can tell.
 */
export class UnmarkedRows {
  private proof: 'mark' | 'name' | null = null;
  private sawClient = false;
  private readonly others = new Set<string>();
  private readonly hasMarks: boolean;

  constructor({ side }: Adapter) {
    this.hasMarks =
      side.supporter.length + side.other.length + side.colleague.length + side.bubble.length > 0;
  }

  /** Takes note of a row; true when that changes what is said of others. */
  note({ proof, unmarked, isNamedClient, author }: Seen): boolean {
    const before = this.state;
    if (proof !== null && this.proof !== 'mark') this.proof = proof;
    if (isNamedClient) this.sawClient = true;
    if (unmarked && author !== null) this.others.add(folded(author));
    return this.state !== before;
  }

  /** The side of a row, when that of an unmarked one can be told by now; else what its own rules say. */
  sideOf({ side, unmarked, author }: Seen): Side | null {
    if (!unmarked) return side;
    if (this.others.size > 1) return 'unknown';
    // The client is known by name, and this is somebody else, or a row that belongs to the one above.
    if (this.sawClient) return author === null || this.hasMarks || this.proof !== null ? null : 'supporter';
    if (this.proof === 'mark') return 'client';
    return this.proof === 'name' && author !== null ? 'client' : null;
  }

  private get state(): string {
    return `${this.proof} ${this.sawClient} ${this.others.size > 1}`;
  }
}
