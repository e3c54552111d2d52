import type { ClientState } from '../client/client-state';
import type { Chance } from '../client/random';
import type { Scenario } from '../scenario';

/** Arousal from which messages come in pieces, and from which they come in short ones. */
const UPSET = 0.3;
const VERY_UPSET = 0.55;
const MOST_MESSAGES = 5;
/** Words of a message that is worth breaking up. */
const WORTH_BREAKING = 9;
const SENTENCE = /(?<=[.!?])\s+(?=\S)/u;

function words(text: string): number {
  return text.split(/\s+/u).length;
}

function breakUp(message: string, arousal: number): string[] {
  if (words(message) < WORTH_BREAKING) return [message];
  const sentences = message.split(SENTENCE);
  if (arousal < VERY_UPSET) return sentences;
  return sentences.flatMap((sentence) =>
    words(sentence) < WORTH_BREAKING ? [sentence] : sentence.split(/,\s+(?=(?:and|but|so|because)\b)/u),
  );
}

const LONE_I = /\bI(?=\b|['’])/gu;

function write(message: string, { lowerCase, fullStops }: Scenario['person']['manner']): string {
  let text = message;
  if (lowerCase) {
    // Names of people and places keep their capital only in the middle of a sentence.
    text = text
      .replace(
        /(^|[.!?]\s+)(\p{Lu})(?=\p{Ll}|['’]|\s|$)/gu,
        (_, before: string, letter: string) => before + letter.toLowerCase(),
      )
      .replace(LONE_I, 'i');
  }
  if (!fullStops) text = text.replace(/(?<!\.)\.$/u, '');
  return text;
}

/**
 * The client's messages in their own hand: calm, they write whole sentences; upset, short pieces in a burst; low
 * and slow, a line that trails off. `wasSaid` keeps a piece from being one that was sent before.
 */
export function inTheirHand(
  messages: readonly string[],
  { arousal, valence }: Pick<ClientState, 'arousal' | 'valence'>,
  manner: Scenario['person']['manner'],
  chance: Chance,
  wasSaid: (message: string) => boolean,
): string[] {
  let pieces = [...messages];
  if (arousal >= UPSET) {
    const broken = pieces.flatMap((message) => breakUp(message, arousal));
    const isNew = new Set(broken).size === broken.length && !broken.some(wasSaid);
    if (broken.length <= MOST_MESSAGES && isNew) pieces = broken;
  }
  const written = pieces.map((piece) => write(piece, manner));
  const last = written.at(-1);
  if (last !== undefined && arousal < 0 && valence < -0.5 && /\p{L}\.?$/u.test(last) && chance.happens(0.25))
    written[written.length - 1] = `${last.replace(/\.$/u, '')}...`;
  return written;
}
