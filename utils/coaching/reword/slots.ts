import { codeMessage } from '../../analysis/codes/code-message';
import { contentStems } from '../../analysis/cues/stems';
import type { Span } from '../../analysis/reading';
import type { Hint } from '../../suggestions/hint';
import { isMarked } from '../check-draft';
import { questionsOf } from '../detect/questions';
import type { FlagId, Slot } from '../draft-rule';
import { countWords, type DraftInput, type Moment, readMoment } from '../moment';
import { matchesIn } from '../phrases';
import type { Sentence } from '../sentences';
import { takenUp } from '../taken-up';

/** What fills a slot; null where the talk has nothing for it. */
export type Filled = Readonly<Record<Slot, string | null>>;

/** Remarks on the draft as a whole: each of its sentences may be fine. */
const ABOUT_ALL: ReadonlySet<FlagId> = new Set([
  'closed-question-run',
  'cue-passed-over',
  'parroting',
  'too-long',
]);
/** Remarks on how a sentence goes on: what it began with may stay. */
const ON_THE_END: ReadonlySet<FlagId> = new Set(['advice-too-early', 'you-should', 'false-reassurance']);
/** Statements of their own that a rewording keeps. */
const MOST_KEPT = 2;
/** "Okay." is nothing to keep. */
const FEWEST_WORDS = 2;
/** Words of a story's beginning that may stay. */
const STORY_WORDS = 16;
/** Most words of what an order tells them to do. */
const IDEA_WORDS = 12;

/** Where a sentence can be cut, so that its beginning stands alone. */
const JOINT = /\s*(?:[,;:–—-]\s*(?:and|but|so|because|or)?|\s(?:and|but|so|because))\s*$/iu;
/** What an order goes on to say besides what to do. */
const GOES_ON = /\s(?:and (?:then|you|he|she|they|it)|because|so that|or else|otherwise|instead of)\b.*$/iu;
/** Where the last sentence of a hint begins, behind what it quotes. */
const LAST_SENTENCE = /(?<=[.!?’”])\s+(?=\p{Lu})/u;
const SORRY = /^I(?:'m| am) so sorry\.\s*/u;

const touches = ({ start, end }: Sentence, spans: readonly Span[]): boolean =>
  spans.some((span) => span.start < end && start < span.end);

/**
 * What the draft and the client's words offer to say it another way. `spans` are the words that are remarked on, those
 * of `flag` first.
 */
export function fillSlots(
  input: DraftInput,
  flag: FlagId,
  spans: readonly Span[],
  hints: readonly Hint[],
): Filled {
  const moment = readMoment(input);
  const marked = ABOUT_ALL.has(flag) ? [] : spans;
  const kept = keptStatements(moment, flag, marked);
  const rest = joined(kept);
  const heard = hints.find(({ kind, text }) => kind === 'empathise' && !text.includes('?'))?.text ?? null;
  const ask = hints.find(({ kind, text }) => kind === 'explore' && text.includes('?'))?.text ?? null;
  const back =
    joined(kept.filter((text) => saysBack(moment, text))) ??
    (heard === null || rest === null
      ? heard
      : `${rest} ${/sorry/iu.test(rest) ? heard.replace(SORRY, '') : heard}`);
  const own = moment.sentences.filter(
    (one) =>
      one.asks &&
      (flag === 'question-pile-up' || !touches(one, marked)) &&
      questionsOf(moment.draft, one).length === 1,
  );
  const told = moment.sentences.filter(({ asks }) => !asks);
  return {
    heard,
    // What was said back need not be quoted once more before the question.
    ask: back === null && rest === null ? ask : (ask?.split(LAST_SENTENCE).at(-1) ?? null),
    rest,
    back,
    gist: nearest(moment, told),
    open: nearest(
      moment,
      own.filter(({ text }) => isOpen(moment, text)),
    ),
    question: own[0]?.text ?? null,
    idea: ideaIn(moment),
    feeling: feelingIn(moment),
    story: flag === 'self-story' ? storyIn(spans) : null,
  };
}

/** The first few in one text; null for none. */
const joined = (texts: readonly string[]): string | null => texts.slice(0, MOST_KEPT).join(' ') || null;

/** Statements of the draft that stand unmarked by themselves. */
function keptStatements(moment: Moment, flag: FlagId, spans: readonly Span[]): string[] {
  return moment.sentences
    .filter(({ asks }) => !asks)
    .flatMap((sentence) => {
      const isTouched = touches(sentence, spans);
      if (isTouched && !ON_THE_END.has(flag)) return [];
      const text = isTouched ? beginningOf(moment, sentence, spans) : sentence.text;
      if (text === null || countWords(text) < FEWEST_WORDS) return [];
      return isMarked({ ...moment.input, draft: text }) ? [] : [text];
    });
}

/** What stands before the marked words of a sentence, where it says something back and can stand alone. */
function beginningOf(moment: Moment, { start, text }: Sentence, spans: readonly Span[]): string | null {
  const first = Math.min(...spans.filter((span) => span.end > start).map((span) => span.start));
  const before = text.slice(0, Math.max(0, first - start));
  const left = before.replace(JOINT, '').trim();
  return JOINT.test(before) && saysBack(moment, left) ? `${left}.` : null;
}

function saysBack(moment: Moment, text: string): boolean {
  const read = readMoment({ ...moment.input, draft: text });
  const reflects = read.codes.some(
    ({ code }) => code === 'simple-reflection' || code === 'complex-reflection',
  );
  return reflects || takenUp(read) !== null;
}

const isOpen = ({ input }: Moment, question: string): boolean =>
  codeMessage(question, {}, input.codeModel ?? null).some(({ code }) => code === 'open-question');

/** The one that holds most of the client's words; the first where none does. */
function nearest({ clientStems }: Moment, sentences: readonly Sentence[]): string | null {
  const shared = ({ text }: Sentence): number =>
    [...contentStems(text)].filter((one) => clientStems.has(one)).length;
  const [best] = [...sentences].sort((a, b) => shared(b) - shared(a));
  return best?.text ?? null;
}

/** What an order tells them to do. */
function ideaIn({ input, sentences, draft }: Moment): string | null {
  const orders = input.rules.rules.get('you-should')?.list('order') ?? null;
  const [order] = sentences.flatMap((one) => matchesIn(orders, one, draft));
  if (!order) return null;
  const told = /^[^.,;:!?\n]*/u.exec(draft.slice(order.end))?.[0].replace(GOES_ON, '').trim() ?? '';
  const words = countWords(told);
  return words === 0 || words > IDEA_WORDS ? null : told;
}

/** The feeling that was told as a fact, where it is one word. */
function feelingIn({ input, sentences, draft }: Moment): string | null {
  const feelings = input.rules.rules.get('assumed-feeling')?.list('feeling') ?? null;
  const found = sentences.flatMap((one) => matchesIn(feelings, one, draft)).map(({ text }) => text);
  return found.find((text) => /^\p{L}+$/u.test(text))?.toLowerCase() ?? null;
}

function storyIn([span]: readonly Span[]): string | null {
  const first = /^[^.!?\n]+[.!]?/u.exec(span?.text ?? '')?.[0].trim() ?? '';
  if (first === '' || countWords(first) > STORY_WORDS) return null;
  return /[.!]$/u.test(first) ? first : `${first}.`;
}
