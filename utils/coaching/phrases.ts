import { contentStems } from '../analysis/cues/stems';
import type { Span } from '../analysis/reading';
import { type CompiledRule, holds } from './compile-rules';
import type { Moment } from './moment';
import { sourceRange } from './plain';
import type { Sentence } from './sentences';

/** A match in a sentence, in offsets of the draft. */
export interface Match extends Span {
  sentence: Sentence;
}

export function spanOf(text: string, start: number, end: number): Span {
  return { start, end, text: text.slice(start, end) };
}

/** Same length as the text, so that offsets hold: lower case, straight quotes. */
function sameLength(text: string): string {
  return text
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** All matches of a pattern in a sentence. */
export function matchesIn(pattern: RegExp | null, sentence: Sentence, draft: string): Match[] {
  if (!pattern) return [];
  return [...sentence.plain.text.matchAll(pattern)].flatMap(({ index, 0: words }) => {
    const lead = /^[\s,;:.!?]*/u.exec(words)?.[0].length ?? 0;
    const length = words.trimEnd().length;
    if (lead >= length) return [];
    const { start, end } = sourceRange(sentence.plain, index + lead, index + length);
    return [{ ...spanOf(draft, start, end), sentence }];
  });
}

function isQuoted({ quoted }: Sentence, { start, end }: Span): boolean {
  return quoted.some(([from, to]) => start >= from && end <= to);
}

/** What somebody else said or thinks, reported before the match in the same sentence. */
function isReported(moment: Moment, match: Match): boolean {
  const { reported } = moment.input.rules;
  const { plain, start } = match.sentence;
  if (!reported || match.start <= start) return false;
  const upTo = plain.starts.findIndex((token) => token >= match.start);
  const before = plain.text.slice(0, plain.at[upTo] ?? plain.text.length);
  // What follows a "but" is the supporter's own again.
  return holds(reported, before.slice(before.lastIndexOf(' but ') + 1));
}

/** Every word of the match that carries content is the client's own. */
function isSaidBack({ clientStems }: Moment, { text }: Match): boolean {
  const stems = [...contentStems(text)];
  return stems.length > 0 && stems.every((stem) => clientStems.has(stem));
}

/** Whether a match counts under a rule: not quoted, reported or said back where own words are meant. */
export function counts(moment: Moment, { rule, unless }: CompiledRule, match: Match): boolean {
  if (isQuoted(match.sentence, match)) return false;
  if (holds(unless, match.sentence.plain.text)) return false;
  return !rule['own-words-only'] || (!isReported(moment, match) && !isSaidBack(moment, match));
}

/** What the rule's own patterns and its shared safe words find in the draft, in its order. */
export function findPhrases(moment: Moment, compiled: CompiledRule): Match[] {
  const found: Match[] = [];
  for (const sentence of moment.sentences) {
    found.push(...matchesIn(compiled.says, sentence, moment.draft));
    const plain = sameLength(sentence.text);
    for (const { match, harmless } of compiled.shared) {
      for (const hit of plain.matchAll(match)) {
        if (harmless.some((one) => one.test(plain))) continue;
        const start = sentence.start + hit.index;
        found.push({ ...spanOf(moment.draft, start, start + hit[0].length), sentence });
      }
    }
  }
  return found.filter((match) => counts(moment, compiled, match));
}

/** Whether the client's last two turns hold what keeps a rule silent, or its last one lacks what it needs. */
export function clientForbids(moment: Moment, { unlessClient, needsClient }: CompiledRule): boolean {
  if (holds(unlessClient, moment.clientPlain) || holds(unlessClient, moment.clientEarlier)) return true;
  return needsClient !== null && !holds(needsClient, moment.clientPlain);
}

/** Whether the draft as a whole holds what makes it harmless. */
export function draftForgives(moment: Moment, { unlessDraft }: CompiledRule): boolean {
  return moment.sentences.some(({ plain }) => holds(unlessDraft, plain.text));
}

/** Spans that touch or overlap as one, in order. */
export function mergeSpans(draft: string, spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && span.start <= last.end + 1)
      merged[merged.length - 1] = spanOf(draft, last.start, Math.max(last.end, span.end));
    else merged.push({ start: span.start, end: span.end, text: span.text });
  }
  return merged;
}

/** The whole draft without the space around it. */
export function wholeDraft({ draft }: Moment): Span[] {
  const start = draft.length - draft.trimStart().length;
  const end = draft.trimEnd().length;
  return end > start ? [spanOf(draft, start, end)] : [];
}
