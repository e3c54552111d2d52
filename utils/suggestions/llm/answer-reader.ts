import { HINT_KINDS, type Hint } from '../hint';
import type { Redactor } from '../../privacy/redact/redactor';
import type { PromptMap } from './build-prompt';
import { checkHint, checkReading, type HintFault } from './hint-check';
import type { SecondReading } from './second-reading';
import { ObjectScanner } from './object-scanner';

/** Longest answer that is read, in UTF-16 units: many times what three hints need. */
export const MAX_ANSWER = 64_000;

/** How an answer ended: as agreed, with nothing usable, or before its end. */
export type AnswerEnd = 'sound' | 'unusable' | 'unfinished';

/**
 * Reads a streamed answer of any engine and gives out each hint once it is whole and has passed every check.
 * What breaks the contract is dropped without a word.
 */
export class AnswerReader {
  readonly #scanner = new ObjectScanner();
  readonly #map: PromptMap;
  readonly #redactor: Pick<Redactor, 'restore'>;
  readonly #source: SecondReading['source'];
  #faults: readonly HintFault[] = [];
  #reading: SecondReading | null = null;
  #length = 0;
  #empty = false;
  #hints: readonly Hint[] = [];

  constructor(
    map: PromptMap,
    redactor: Pick<Redactor, 'restore'>,
    source: SecondReading['source'] = 'endpoint',
  ) {
    this.#map = map;
    this.#redactor = redactor;
    this.#source = source;
  }

  /** What there is so far, in the order explore, empathise, support. */
  get hints(): readonly Hint[] {
    return this.#hints;
  }

  /** Why hints were dropped, of those that had the form of one. Codes only, no words of anybody. */
  get faults(): readonly HintFault[] {
    return this.#faults;
  }

  /** The model's reading of the message, once the whole answer is there. */
  get reading(): SecondReading | null {
    return this.#reading;
  }

  get complete(): boolean {
    return this.#hints.length === HINT_KINDS.length;
  }

  /** The answer is longer than any honest one: stop reading. */
  get tooLong(): boolean {
    return this.#length > MAX_ANSWER;
  }

  /** Takes the next piece. True when it completed a hint. */
  push(text: string): boolean {
    this.#length += text.length;
    if (this.tooLong) return false;
    const before = this.#hints.length;
    for (const { value, outer } of this.#scanner.push(text)) {
      if (outer) {
        if (isEmptyAnswer(value)) this.#empty = true;
        this.#reading ??= checkReading(readingIn(value), this.#map, this.#source);
      }
      const check = checkHint(value, this.#map, this.#redactor, this.#hints);
      if (check.ok) this.#hints = [...this.#hints, check.hint].sort(inOrder);
      else if (check.fault.reason !== 'schema') this.#faults = [...this.#faults, check.fault];
    }
    return this.#hints.length > before;
  }

  end(): AnswerEnd {
    if (this.complete) return 'sound';
    if (!this.#scanner.closed) return 'unfinished';
    return this.#hints.length > 0 || this.#empty ? 'sound' : 'unusable';
  }
}

function inOrder(a: Hint, b: Hint): number {
  return HINT_KINDS.indexOf(a.kind) - HINT_KINDS.indexOf(b.kind);
}

function readingIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'reading' in value ? value.reading : null;
}

/** "Nothing to say here" is an answer too. */
function isEmptyAnswer(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'hints' in value &&
    Array.isArray(value.hints) &&
    value.hints.length === 0
  );
}
