import type { Message } from '../conversation/message';
import { type Because, type Hint, HINT_KINDS, hintSchema } from './hint';
import { screenHint, type ScreenOptions } from './screen';
import { repeats } from './select-distinct';

/** Why a candidate was dropped: a failed schema, quote or kind, a repeat, or the safe-word rule that fired. */
export interface Dropped {
  reason: 'schema' | 'quote' | 'kind-taken' | 'repeat' | 'unsafe';
  rule?: string;
}

export interface Accepted {
  /** At most one hint of each kind, in the order explore, empathise, support. */
  hints: Hint[];
  dropped: Dropped[];
}

/**
 * The one gate for every engine. A candidate passes when it fits the schema, quotes words that stand in a
 * client's message, is screened, and repeats neither the supporter nor another hint. The first that passes
 * for a kind wins, so that a caller can append a second engine's hints as replacements.
 * @param candidates anything: usually parsed JSON of a model, or the device engine's hints
 * @param alreadySaid texts not to say again besides the supporter's own, for instance hints shown before
 */
export function acceptHints(
  candidates: readonly unknown[],
  conversation: readonly Message[],
  alreadySaid: readonly string[] = [],
  options: ScreenOptions = {},
): Accepted {
  const said = [...conversation.filter((m) => m.side === 'supporter').map((m) => m.text), ...alreadySaid];
  const kept = new Map<string, Hint>();
  const dropped: Dropped[] = [];
  for (const candidate of candidates) {
    const parsed = hintSchema.safeParse(candidate);
    if (!parsed.success) {
      dropped.push({ reason: 'schema' });
      continue;
    }
    const because = locateQuote(parsed.data.because, conversation);
    const hint: Hint = {
      ...parsed.data,
      text: parsed.data.text.trim(),
      because: because ?? parsed.data.because,
    };
    if (because === null) dropped.push({ reason: 'quote' });
    else if (kept.has(hint.kind)) dropped.push({ reason: 'kind-taken' });
    else {
      const screening = screenHint(hint, options);
      if (!screening.ok) dropped.push({ reason: 'unsafe', rule: screening.rule });
      else if (repeats(hint.text, [...said, ...[...kept.values()].map((k) => k.text)]))
        dropped.push({ reason: 'repeat' });
      else kept.set(hint.kind, hint);
    }
  }
  return { hints: HINT_KINDS.flatMap((kind) => kept.get(kind) ?? []), dropped };
}

/** The quote at its true place in a client's message, or null when no client wrote it. */
export function locateQuote(because: Because, conversation: readonly Message[]): Because | null {
  if (because.text.trim() === '') return null;
  const message = conversation.find((m) => m.id === because.id && m.side === 'client');
  if (message === undefined) return null;
  if (message.text.slice(because.start, because.end) === because.text) return because;
  const start = message.text.indexOf(because.text);
  return start < 0 ? null : { ...because, start, end: start + because.text.length };
}
