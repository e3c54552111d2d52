import { stripInvisible } from '../../privacy/invisible';
import { hintSchema, MAX_HINT, type Hint } from '../hint';
import { rawHintSchema, techniquesFor } from './answer-schema';
import type { PromptMap, Redactor } from './build-prompt';
import { locateQuote } from './locate-quote';

/**
 * What no honest hint holds: markup, links, addresses, numbers to call, a placeholder that stands for
 * nothing. Hints are drawn as plain text, so this is not what keeps a page safe; it keeps a hint sayable.
 */
const NOT_SAYABLE = [
  /https?:|www\.|\b[\w-]+\.(com|net|org|io|info|ru|xyz|link|app)\b/i,
  /<\/?[a-z!][^>]*>|!?\[[^\]]*\]\(|```|\{\{|\}\}/i,
  /\S@\S+\.\S/,
  /\d(?:[\s().-]*\d){5,}/,
  /\[[A-Z]+_\d+\]/,
];

/**
 * A model's hint made ours, or null when it breaks the contract: unknown kind or technique, advice before its
 * time, words that a person would not say, a quote that is not in the client's words, or a repetition.
 * Names come back into text and quote on the way.
 */
export function checkHint(
  raw: unknown,
  map: PromptMap,
  redact: Redactor,
  earlier: readonly Hint[],
): Hint | null {
  const parsed = rawHintSchema.safeParse(raw);
  if (!parsed.success) return null;
  const { kind, technique, because } = parsed.data;
  if (!techniquesFor(map.allowAdvice).includes(technique)) return null;
  if (earlier.some((hint) => hint.kind === kind)) return null;

  const message = map.sent.get(because.id);
  if (message?.side !== 'client') return null;
  const sent = locateQuote(because.quote, message.sent);
  if (!sent) return null;
  const place = locateQuote(redact.restore(sent.text), message.text);
  if (!place) return null;

  const text = withoutQuotes(oneLine(redact.restore(parsed.data.text)));
  if (text.length > MAX_HINT || NOT_SAYABLE.some((pattern) => pattern.test(text))) return null;
  const said = [...map.sent.values()]
    .filter((other) => other.side === 'supporter')
    .map((other) => other.text);
  const known = new Set([...said, ...map.seen, ...earlier.map((hint) => hint.text)].map(words));
  if (known.has(words(text))) return null;

  const hint = hintSchema.safeParse({ kind, technique, text, because: { id: message.id, ...place } });
  return hint.success ? hint.data : null;
}

function oneLine(text: string): string {
  return stripInvisible(text).replace(/\s+/g, ' ').trim();
}

/** Models like to put what a person could say in quotation marks. */
function withoutQuotes(text: string): string {
  return /^["“][^"“”]*["”]$/.test(text) ? text.slice(1, -1).trim() : text;
}

function words(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
