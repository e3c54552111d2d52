/** Longest object that is parsed, in UTF-16 units. */
const MAX_OBJECT = 16_000;
/** Deepest nesting that is followed; hints need three levels. */
const MAX_DEPTH = 12;
const THINK_END = '</think>';

/** A complete object; `outer` when it stands in no other one. */
export interface FoundObject {
  value: unknown;
  outer: boolean;
}

/**
 * Finds every complete JSON object in a text that arrives in pieces, inner ones first. What stands around
 * them is skipped: a fence of Markdown, a sentence, or the thoughts that some local models write before they
 * answer.
 */
export class ObjectScanner {
  #text = '';
  #at = 0;
  #thinking: boolean | null = null;
  #inString = false;
  #escaped = false;
  #starts: number[] = [];
  #closed = false;

  /** The outermost object, as far as one has begun, is complete. */
  get closed(): boolean {
    return this.#closed && this.#starts.length === 0;
  }

  /** Takes the next piece and returns the objects that it completed. */
  push(piece: string): FoundObject[] {
    this.#text += piece;
    if (!this.#pastThinking()) return [];
    const found: FoundObject[] = [];
    for (; this.#at < this.#text.length; this.#at++) {
      const object = this.#step(this.#text.charAt(this.#at));
      if (object) found.push(object);
    }
    return found;
  }

  #pastThinking(): boolean {
    if (this.#thinking === null) {
      const start = this.#text.trimStart();
      if (start.length < '<think>'.length && '<think>'.startsWith(start)) return false;
      this.#thinking = start.startsWith('<think>');
    }
    if (!this.#thinking) return true;
    const end = this.#text.indexOf(THINK_END);
    if (end < 0) return false;
    this.#thinking = false;
    this.#at = end + THINK_END.length;
    return true;
  }

  #step(character: string): FoundObject | null {
    // Quotation marks of a sentence before the answer mean nothing.
    if (this.#starts.length > 0 && this.#inString) {
      if (this.#escaped) this.#escaped = false;
      else if (character === '\\') this.#escaped = true;
      else if (character === '"') this.#inString = false;
      return null;
    }
    if (character === '"') this.#inString = this.#starts.length > 0;
    else if (character === '{') this.#starts.push(this.#at);
    else if (character === '}') return this.#close();
    return null;
  }

  #close(): FoundObject | null {
    const start = this.#starts.pop();
    if (start === undefined) return null;
    if (this.#starts.length === 0) this.#closed = true;
    const length = this.#at + 1 - start;
    if (length > MAX_OBJECT || this.#starts.length > MAX_DEPTH) return null;
    try {
      const value: unknown = JSON.parse(this.#text.slice(start, this.#at + 1));
      return { value, outer: this.#starts.length === 0 };
    } catch {
      return null;
    }
  }
}
