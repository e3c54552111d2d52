import type { SafetyClass } from '../../analysis/safety-cue';
import { maskMethods } from '../../analysis/safety/mask-methods';
import { type CompiledRule, holds } from '../compile-rules';
import type { Found } from '../found';
import { MAX_READ, type Moment } from '../moment';
import { type Sentence, sentencesOf } from '../sentences';
import { counts, matchesIn, mergeSpans, wholeDraft } from '../phrases';
import { quoteOf } from '../quote';
import { isSettled } from '../situations';
import { cuesToAskAbout, type SafetyCueAt } from '../safety-due';

function asksIn(sentences: readonly Sentence[], rule: CompiledRule): boolean {
  return sentences.some(
    ({ plain, asks }) =>
      (asks && holds(rule.list('asks'), plain.text)) || holds(rule.list('help'), plain.text),
  );
}

/** Whether the draft asks about safety, or brings help. */
export function asksSafety({ codes, sentences }: Moment, rule: CompiledRule): boolean {
  return codes.some(({ code }) => code === 'safety-check') || asksIn(sentences, rule);
}

/** The safety cues that still want a question; what hints at many things (`soft-cues`) is left to the safety card. */
export function dueCues(
  { input: { messages, codes, safetyCues } }: Moment,
  rule: CompiledRule,
): SafetyCueAt[] {
  return cuesToAskAbout(messages, codes, safetyCues, rule.threshold('turns-back'), (text) =>
    asksIn(sentencesOf(text.slice(0, MAX_READ)), rule),
  ).filter(({ cue }) => !holds(rule.list('soft-cues'), cue.rule));
}

const BY_OTHERS: ReadonlySet<SafetyClass> = new Set(['abuse', 'violence']);

/** A sign of suicide, self-harm or danger is open, and a finished draft does not ask about it. */
export function detectNoSafetyQuestion(moment: Moment, rule: CompiledRule): Found | null {
  const { messages } = moment.input;
  if (!moment.finished || moment.words < rule.threshold('fewest-words')) return null;
  const due = dueCues(moment, rule);
  const newest = due.at(-1);
  if (!newest || asksSafety(moment, rule)) return null;
  // Who thanks after telling of somebody who hurts them is not asked again; what they may do to themselves is.
  if (isSettled(moment) && due.every(({ cue }) => BY_OTHERS.has(cue.class))) return null;
  const message = messages.find(({ id }) => id === newest.id);
  const quote = message && quoteOf(message, newest.cue.start, newest.cue.end);
  // No method is repeated to anyone.
  const isPlain = quote && maskMethods(quote.text) === quote.text;
  return { spans: wholeDraft(moment), quote: isPlain ? quote : null };
}

const TO_THE_SUPPORTER = /\b(?:you|u|ur|your|youre|yourself|yours)\b/u;
/** A sentence this short needs no "you" to be meant for the supporter: "useless". */
const SHORT = 12;

/** Whether the client is cross with the supporter, rather than with somebody they tell about. */
function isCrossIn(said: string, needsClient: RegExp | null): boolean {
  return said
    .split(/(?<=[.!?]) /u)
    .some(
      (part) =>
        holds(needsClient, part) &&
        (TO_THE_SUPPORTER.test(part.replace(/\bthank you\b/gu, '')) || part.split(' ').length <= SHORT),
    );
}

/** Defence or blame: some words are it anywhere, others only in answer to a client who is cross. */
export function detectBlame(moment: Moment, rule: CompiledRule): Found | null {
  const { needsClient } = rule;
  const isCross = isCrossIn(moment.clientPlain, needsClient) || isCrossIn(moment.clientEarlier, needsClient);
  if (moment.sentences.some(({ plain }) => holds(rule.list('amends'), plain.text))) return null;
  const matches = moment.sentences
    .flatMap((sentence) => [
      ...matchesIn(rule.list('strong'), sentence, moment.draft),
      ...(isCross ? matchesIn(rule.list('defence'), sentence, moment.draft) : []),
    ])
    .filter((match) => counts(moment, rule, match));
  if (matches.length === 0) return null;
  const last = moment.clientSentences.findLast(({ plain }) => holds(needsClient, plain.text));
  const message = last && moment.turn.findLast(({ text }) => text.includes(last.text));
  const at = message && last ? message.text.indexOf(last.text) : -1;
  const quote = message && last && at >= 0 ? quoteOf(message, at, at + last.text.length) : null;
  return { spans: mergeSpans(moment.draft, matches), ...(quote && { quote }) };
}
