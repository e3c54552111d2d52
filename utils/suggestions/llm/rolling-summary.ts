import type { Cue } from '../../analysis/cues/cue';
import { findCues } from '../../analysis/cues/find-cues';
import type { Message } from '../../conversation/message';
import { stripInvisible } from '../../privacy/invisible';

/** Something weighty that the client said: a span of the text of message `id`. */
export interface Remembered {
  id: string;
  /** The whole message, so that it can be redacted as one. */
  text: string;
  start: number;
  end: number;
  /** 0 to 1, from the cue. */
  weight: number;
}

/** Cues lighter than this are not carried along. */
const LEAST_WEIGHT = 0.5;
/** Things remembered of one conversation; the lightest and oldest go first. */
const MOST_REMEMBERED = 40;

/**
 * What a conversation was about before its last turns, in the client's own words. Carried on message by
 * message: the ten-thousandth costs what the tenth did. Lives in memory alone.
 */
export class RollingSummary {
  #read = new Map<string, string>();
  #remembered = new Map<string, Remembered & { about: string }>();

  /** Takes in what is new or changed since the last call, and forgets what was taken back. */
  update(messages: readonly Message[]): void {
    const read = new Map<string, string>();
    for (const { id, side, deleted, text } of messages) {
      if (side !== 'client' || deleted) continue;
      read.set(id, text);
      if (this.#read.get(id) === text) continue;
      this.#forget(id);
      this.#remember(id, stripInvisible(text));
    }
    for (const { id } of this.#remembered.values()) if (!read.has(id)) this.#forget(id);
    this.#read = read;
  }

  /** The weightiest things said in messages other than `shown`, in the order of the conversation. */
  before(shown: ReadonlySet<string>, most: number): Remembered[] {
    const order = [...this.#read.keys()];
    return [...this.#remembered.values()]
      .filter(({ id }) => !shown.has(id))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, most)
      .map((one) => ({ one, at: order.indexOf(one.id) }))
      .sort((a, b) => a.at - b.at)
      .map(({ one: { id, text, start, end, weight } }) => ({ id, text, start, end, weight }));
  }

  #remember(id: string, text: string): void {
    const cue = heaviest(findCues(text));
    if (!cue || cue.weight < LEAST_WEIGHT) return;
    // What is said again and again is one thing: the weightiest telling of it stays.
    const about = `${cue.family} ${cue.about ?? ''}`;
    const known = this.#remembered.get(about);
    if (known && known.weight > cue.weight) return;
    this.#remembered.delete(about);
    this.#remembered.set(about, { id, text, start: cue.start, end: cue.end, weight: cue.weight, about });
    if (this.#remembered.size <= MOST_REMEMBERED) return;
    const all = [...this.#remembered.values()];
    const lightest = all.reduce((least, one) => (one.weight < least.weight ? one : least));
    this.#remembered.delete(lightest.about);
  }

  #forget(id: string): void {
    for (const one of this.#remembered.values()) if (one.id === id) this.#remembered.delete(one.about);
  }
}

function heaviest(cues: readonly Cue[]): Cue | undefined {
  return cues.reduce<Cue | undefined>(
    (best, cue) => (best && best.weight >= cue.weight ? best : cue),
    undefined,
  );
}
