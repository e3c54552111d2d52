import { stripInvisible } from '../../privacy/invisible';
import type { Redactor } from '../../privacy/redact/redactor';
import { sourceSpan } from '../../privacy/redact/source-span';
import { hintSchema, type Hint } from '../hint';
import { screenHint } from '../screen';
import { repeats } from '../select-distinct';
import { rawHintSchema, techniquesFor } from './answer-schema';
import type { PromptMap, SentMessage } from './build-prompt';
import { locateQuote, type Place } from './locate-quote';
import { rawReadingSchema, type SecondReading } from './second-reading';
import { whyNotSayable, type NotSayable } from './sayable';

/** Why a model's hint was dropped; `unsafe` names the rule of the safe words. */
export type HintFault =
  | { reason: 'schema' | 'technique' | 'kind-taken' | 'quote' | 'repeat' | NotSayable }
  | { reason: 'unsafe'; rule: string };

export type HintCheck = { ok: true; hint: Hint } | { ok: false; fault: HintFault };

/**
 * A model's hint made ours, or why not: unknown kind or technique, advice before its time, a quote that is
 * not in the client's words, words that a safe-word rule stops or that nobody would say, or a repetition.
 * Names come back into text and quote on the way; the rules judge the text as it will be read.
 */
export function checkHint(
  raw: unknown,
  map: PromptMap,
  redactor: Pick<Redactor, 'restore'>,
  earlier: readonly Hint[],
): HintCheck {
  const parsed = rawHintSchema.safeParse(raw);
  if (!parsed.success) return dropped('schema');
  const { kind, technique, because } = parsed.data;
  if (!techniquesFor(map.allowAdvice).includes(technique)) return dropped('technique');
  if (earlier.some((hint) => hint.kind === kind)) return dropped('kind-taken');

  const message = map.sent.get(because.id);
  const place = message?.side === 'client' ? placeOf(because.quote, message) : null;
  if (!message || !place) return dropped('quote');

  if (invents(parsed.data.text, map)) return dropped('placeholder');
  const text = withoutQuotes(oneLine(redactor.restore(parsed.data.text)));
  const fault = whyNotSayable(text, kind, map.conversation);
  if (fault) return dropped(fault);
  const screening = screenHint({ text, technique }, { adviceAllowed: map.allowAdvice });
  if (!screening.ok) return { ok: false, fault: { reason: 'unsafe', rule: screening.rule } };
  const known = [...map.said, ...map.seen, ...earlier.map((hint) => hint.text)];
  if (repeats(text, known)) return dropped('repeat');

  const hint = hintSchema.safeParse({ kind, technique, text, because: { id: message.id, ...place } });
  return hint.success ? { ok: true, hint: hint.data } : dropped('schema');
}

/**
 * A model's reading of the message that was asked about, or null when it breaks its form or rests on words
 * that the client did not write.
 */
export function checkReading(
  raw: unknown,
  map: PromptMap,
  source: SecondReading['source'],
): SecondReading | null {
  const parsed = rawReadingSchema.safeParse(raw);
  if (!parsed.success) return null;
  const { label, valence, arousal, quote } = parsed.data;
  const target = [...map.sent.values()].find(({ id }) => id === map.targetId);
  const evidence = target && placeOf(quote, target);
  if (!evidence && label !== 'unclear') return null;
  return { source, label, valence, arousal, ...(evidence && { evidence }) };
}

function dropped(reason: Exclude<HintFault['reason'], 'unsafe'>): HintCheck {
  return { ok: false, fault: { reason } };
}

/**
 * Where a quote of the redacted words stands in what the person wrote. Only words that were sent can be
 * quoted; invisible characters, which were taken out first, are stepped over.
 */
function placeOf(quote: string, { sent, redaction, clean, text }: SentMessage): Place | null {
  if (!locateQuote(quote, sent)) return null;
  const redacted = locateQuote(quote, redaction.text);
  if (!redacted) return null;
  const { start, end } = sourceSpan(redaction, redacted.start, redacted.end);
  if (clean === text) return { start, end, text: text.slice(start, end) };
  return locateQuote(clean.slice(start, end), text);
}

/** A placeholder that stands for nothing in what was sent. */
function invents(text: string, { sent }: PromptMap): boolean {
  const known = [...sent.values()].map((message) => message.sent).join('\n');
  return (text.match(/\[[A-Z]+_\d+\]/gu) ?? []).some((placeholder) => !known.includes(placeholder));
}

function oneLine(text: string): string {
  return stripInvisible(text).replace(/\s+/g, ' ').trim();
}

/** Models like to put what a person could say in quotation marks. */
function withoutQuotes(text: string): string {
  return /^["“][^"“”]*["”]$/.test(text) ? text.slice(1, -1).trim() : text;
}
