import type { Code, CodedSpan } from '../../analysis/codes/code';
import { codeMessage } from '../../analysis/codes/code-message';
import type { Span } from '../../analysis/reading';
import { contentStems } from '../../analysis/cues/stems';
import { type CompiledRule, holds } from '../compile-rules';
import type { Found } from '../found';
import type { Moment } from '../moment';
import { clientForbids, counts, findPhrases, type Match, mergeSpans, spanOf, wholeDraft } from '../phrases';
import type { Sentence } from '../sentences';

const BESIDE: ReadonlySet<Code> = new Set(['other', 'closed-question', 'affirmation']);

function isQuoted({ quoted, start, end }: Sentence): boolean {
  return quoted.some(([from, to]) => to - from > (end - start) / 2);
}

/** "Who hasn't?", "right?": a question that wants no answer. */
const FEWEST_WORDS = 3;

/** The client's own questions said back, and "who wouldn't?". */
const WANTS_NO_ANSWER =
  /^(?:and |so )?(?:why me|who (?:wouldn|hasn|doesn|isn|can)['’]?t)\b|\b(?:did|do|am|was|can|will) I (?!understand|get|ask|hear)/u;

const ASKING_WORD =
  'what|how|who|when|where|why|which|do|does|did|is|are|was|were|have|has|can|could|will|would';
/** Where one sentence goes on to its next question. */
const NEXT_QUESTION = new RegExp(
  `(?:[,;]\\s*(?:and |but |so )?|\\s(?:and|but)\\s)(?=(?:${ASKING_WORD})\\b)`,
  'giu',
);
const STARTS_ASKING = new RegExp(`^(?:and |but |so |oh |ok |well )*(?:${ASKING_WORD})\\b`, 'iu');

/** The questions of one sentence; "or is it …" belongs to the one before. */
export function questionsOf(draft: string, { start, end, text }: Sentence): Span[] {
  const cuts = [...text.matchAll(NEXT_QUESTION)].map(({ index, 0: words }) => index + words.length);
  const froms = [0, ...cuts];
  return froms
    .map((from, i) => spanOf(draft, start + from, i + 1 < froms.length ? start + (froms[i + 1] ?? 0) : end))
    .filter((one, i, all) => i === all.length - 1 || STARTS_ASKING.test(one.text));
}

const opening = (text: string): string => text.toLowerCase().split(/\s+/u).slice(0, 2).join(' ');

/** "Was it the noise? Was it the people?" offers answers to one question. */
const isAnotherAnswer = ({ text }: Span, i: number, all: readonly Span[]): boolean =>
  /^(?:is|was|are|were) /iu.test(text) && opening(all[i - 1]?.text ?? '') === opening(text);

/** Three or more questions that each want an answer. */
export function detectPileUp(moment: Moment, rule: CompiledRule): Found | null {
  if (moment.input.safetyCues.some(({ cue }) => cue.strength !== 'check')) return null;
  if (moment.codes.some(({ code }) => code === 'safety-check')) return null;
  // What stands inside quotation marks that span sentences is the client's own.
  const quotes = [...moment.draft.matchAll(/["“][^"”]{1,400}["”]/gu)].map(
    ({ index, 0: words }) => [index, index + words.length] as const,
  );
  const asked = moment.sentences
    .filter((one) => one.asks && !isQuoted(one) && !quotes.some(([a, b]) => one.start >= a && one.end <= b))
    .flatMap((sentence) => questionsOf(moment.draft, sentence))
    .filter(({ text }) => !/^or\b/iu.test(text) && !WANTS_NO_ANSWER.test(text))
    .filter(
      ({ text }) =>
        (text.match(/[\p{L}\p{N}'’]+/gu)?.length ?? 0) >= FEWEST_WORDS || /^what happened\b/iu.test(text),
    )
    .filter((one, i, all) => !isAnotherAnswer(one, i, all))
    .filter(
      ({ text }) => !/^(?:is that|does that|am i|do you mean|right|have i|did i)\b[^?]{0,30}\?$/iu.test(text),
    );
  if (asked.length < rule.threshold('questions')) return null;
  const first = asked[0];
  const last = asked.at(-1);
  if (!first || !last) return null;
  return { spans: [spanOf(moment.draft, first.start, last.end)], n: asked.length };
}

function onlyCloses(spans: readonly CodedSpan[]): boolean {
  return spans.some(({ code }) => code === 'closed-question') && spans.every(({ code }) => BESIDE.has(code));
}

/** How many of the supporter's last messages did nothing but ask closed questions. */
function runBefore({ input: { messages, codes } }: Moment): number {
  let run = 0;
  for (let i = messages.length - 1; i >= 0; i -= 1) {
    const message = messages[i];
    if (message?.side !== 'supporter' || message.deleted) continue;
    if (!onlyCloses(codes.get(message.id) ?? codeMessage(message.text))) break;
    run += 1;
  }
  return run;
}

/** A closed question on top of a run of them, with nothing said back. */
export function detectClosedRun(moment: Moment, rule: CompiledRule): Found | null {
  const { sentences, input } = moment;
  if (input.safetyCues.some(({ cue }) => cue.strength !== 'check')) return null;
  const asking = sentences.filter(({ asks }) => asks);
  if (asking.length === 0 || asking.some(({ plain }) => holds(rule.unless, plain.text))) return null;
  if (moment.codes.some(({ code }) => code === 'open-question')) return null;
  if (!moment.codes.some(({ code }) => code === 'closed-question')) return null;
  const rest = sentences.filter(({ asks }) => !asks);
  if (rest.some(({ plain }) => !holds(rule.list('acknowledges'), plain.text))) return null;
  if (runBefore(moment) < rule.threshold('before')) return null;
  return { spans: wholeDraft(moment) };
}

/** Most of what is asked is what they said themselves: a check, not a lead. */
function checksBack({ clientStems }: Moment, { text }: Sentence): boolean {
  const stems = [...contentStems(text)];
  return stems.length > 0 && stems.filter((one) => clientStems.has(one)).length / stems.length > 0.75;
}

/** Words before a tag ("…, don't you?") that make it more than a nod. */
const LONG_STATEMENT = 5;

/** A statement with a tag ("… didn't he?") that says more than how hard it is. */
function tagged(moment: Moment, rule: CompiledRule, sentence: Sentence): Match[] {
  const { plain, start, end } = sentence;
  const tag = rule.list('tag');
  if (!sentence.asks || !tag) return [];
  const hit = [...plain.text.matchAll(tag)].at(-1);
  if (!hit || hit.index < 8) return [];
  const statement = plain.text.slice(0, hit.index).replace(/[ ,]+$/u, '');
  if (
    /^(?:and |so |but |ok |oh )*(?:what|how|who|when|where|why|which|do|does|did|is|are|was|were|have|has|can|could|will|would)\b/u.test(
      statement,
    )
  )
    return [];
  if (holds(rule.list('empathic'), statement)) return [];
  const turnsToThem =
    /(?:you|he|she|they) ?\?+$/u.test(hit[0]) && statement.split(' ').length >= LONG_STATEMENT;
  if (!turnsToThem && !holds(rule.list('opens'), statement)) return [];
  return [{ ...spanOf(moment.draft, start, end), sentence }];
}

/** Questions that carry their answer. */
export function detectLeading(moment: Moment, rule: CompiledRule): Found | null {
  if (clientForbids(moment, rule)) return null;
  const asking = new Set(moment.sentences.filter(({ asks }) => asks));
  const matches = findPhrases(moment, rule).filter(({ sentence }) => asking.has(sentence));
  for (const sentence of asking)
    matches.push(...tagged(moment, rule, sentence).filter((match) => counts(moment, rule, match)));
  const leading = matches.filter(({ sentence }) => !checksBack(moment, sentence));
  if (leading.length === 0) return null;
  return {
    spans: mergeSpans(
      moment.draft,
      leading.map(({ sentence }) => spanOf(moment.draft, sentence.start, sentence.end)),
    ),
  };
}
