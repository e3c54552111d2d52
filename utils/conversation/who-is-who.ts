import { z } from '../schema';
import type { Delta } from './delta';
import { MAX_BATCH, MAX_NAME } from './limits';
import type { Message, Side } from './message';

const name = z.string().check(z.minLength(1), z.maxLength(MAX_NAME));

/**
 * What the person said of the names in one conversation. A name is theirs or their client's; null says that none
 * of those shown was; what is absent was not asked yet.
 */
export const whoSchema = z.object({ me: z.optional(z.nullable(name)), client: z.optional(z.nullable(name)) });
export type Who = z.infer<typeof whoSchema>;

/** A question to the person, with the names to choose from in the order of their first message. */
export interface WhoQuestion {
  about: 'me' | 'client';
  names: string[];
}

/** Names offered at most, and messages without a side from which on it is worth a question. */
const MOST_NAMES = 8;
const ENOUGH = 2;

/** The side of a message whose side the page does not tell, by the names that the person knows. */
function sideBy({ author, side }: Message, { me, client }: Who): Side {
  if (side !== 'unknown' || author === undefined) return side;
  if (author === me) return 'supporter';
  return author === client ? 'client' : 'unknown';
}

/** A delta with the sides that names tell. */
export function withSides(delta: Delta, who: Who): Delta {
  const named = (message: Message): Message => ({ ...message, side: sideBy(message, who) });
  switch (delta.kind) {
    case 'removed':
      return delta;
    case 'changed':
      return { ...delta, messages: delta.messages.map((one) => ({ ...one, message: named(one.message) })) };
    default:
      return { ...delta, messages: delta.messages.map(named) };
  }
}

/** What changes in messages read before, once the person has said who is who. */
export function changedSides(messages: readonly Message[], who: Who): Delta[] {
  return inDeltas(
    messages.map((message) => ({ ...message, side: sideBy(message, who) })),
    messages,
  );
}

/** What changes when the person takes back what they said: those names say nothing any more. */
export function forgottenSides(messages: readonly Message[], { me, client }: Who): Delta[] {
  const wasNamed = ({ author }: Message) => author !== undefined && (author === me || author === client);
  return inDeltas(
    messages.map((message) => (wasNamed(message) ? { ...message, side: 'unknown' as const } : message)),
    messages,
  );
}

function inDeltas(now: readonly Message[], before: readonly Message[]): Delta[] {
  const changed = now.filter(({ side }, n) => side !== before[n]?.side).map((message) => ({ message }));
  const deltas: Delta[] = [];
  for (let i = 0; i < changed.length; i += MAX_BATCH)
    deltas.push({ kind: 'changed', messages: changed.slice(i, i + MAX_BATCH) });
  return deltas;
}

/** The one other name in a conversation where the person's own is known: nobody else can be the client. */
export function onlyOther(messages: readonly Message[], me: string): string | null {
  const [other, ...more] = authors(messages).filter((author) => author !== me);
  return other !== undefined && more.length === 0 ? other : null;
}

/** What is worth asking; null while sides are told, or there are no names, or it was asked already. */
export function whoQuestion(messages: readonly Message[], who: Who): WhoQuestion | null {
  const unknown = messages.filter(({ side, author }) => side === 'unknown' && author !== undefined);
  if (unknown.length < ENOUGH) return null;
  const sees = (side: Side) => messages.some((message) => message.side === side);
  if (!sees('supporter') && who.me === undefined)
    return { about: 'me', names: authors(unknown).slice(0, MOST_NAMES) };
  const others = authors(unknown).filter((author) => author !== who.me);
  if (sees('client') || who.client !== undefined || others.length < 2) return null;
  return sees('supporter') ? { about: 'client', names: others.slice(0, MOST_NAMES) } : null;
}

function authors(messages: readonly Message[]): string[] {
  return [...new Set(messages.flatMap(({ author }) => author ?? []))];
}
