import { clientAskedForAdvice } from '@/utils/conversation/stage';
import { lastTurnOf } from '@/utils/conversation/turns';
import { locateQuote } from '@/utils/suggestions/contract';
import type { Hint } from '@/utils/suggestions/hint';
import { screenHint } from '@/utils/suggestions/screen';
import { likeness, openingOf, repeats } from '@/utils/suggestions/select-distinct';
import type { Answer } from '../suggest/engines';
import type { WrittenMoment } from './moments';
import { readingGrade } from './reading-grade';

/** A chat turn: shorter says too little, longer is a letter. In words. */
const SHORTEST = 4;
const LONGEST = 30;

/** What is wrong with an answer, in the words of the table. */
export const FAULTS = [
  'failed',
  'missing hint',
  'hint under a safety cue',
  'dropped by the gate',
  'advice too early',
  'unsafe words',
  'quote not in the last turn',
  'question pile-up',
  'too short or too long',
  'repeats the supporter',
  'repeats an opening',
  'misses the point',
  'says what it must not',
] as const;
export type Fault = (typeof FAULTS)[number];

export interface Score {
  id: string;
  faults: Fault[];
  /** Mean unlikeness of the three hints in content words, 0 (the same) to 1. Null with fewer than two. */
  difference: number | null;
  words: number[];
  grades: number[];
}

/** Holds an answer against what was written down for the moment. */
export function scoreAnswer(moment: WrittenMoment, answer: Answer): Score {
  const { hints } = answer;
  const faults = new Set<Fault>();
  const found = (fault: Fault, is: boolean): void => {
    if (is) faults.add(fault);
  };
  found('failed', answer.error !== undefined);
  found('hint under a safety cue', moment.safety && hints.length > 0);
  found('missing hint', !moment.safety && hints.length < 3);
  found('dropped by the gate', answer.dropped.length > 0);
  const turn = lastTurnOf(moment.messages, 'client')?.messages ?? [];
  const asked = turn.some((message) => clientAskedForAdvice(message.text) !== null);
  const adviceAllowed = moment.stage === 'action' || asked;
  const said = moment.messages
    .filter((message) => message.side === 'supporter')
    .map((message) => message.text);
  for (const hint of hints) {
    const screening = screenHint(hint, { adviceAllowed });
    const early = !screening.ok && ['stage', 'advice-too-early', 'permission'].includes(screening.rule);
    found('advice too early', early);
    found('unsafe words', !screening.ok && !early);
    found('quote not in the last turn', locateQuote(hint.because, turn) === null);
    found('question pile-up', (hint.text.match(/\?/gu)?.length ?? 0) > 1);
    found('too short or too long', !isChatTurn(hint));
    found('repeats the supporter', repeats(hint.text, said));
  }
  found('repeats an opening', new Set(hints.map((hint) => openingOf(hint.text))).size < hints.length);
  const matches = (words: readonly string[]): boolean =>
    words.some((word) => hints.some((hint) => new RegExp(word, 'iu').test(hint.text)));
  if (!moment.safety && hints.length > 0) {
    found('misses the point', moment.mentions !== undefined && !matches(moment.mentions));
    found('says what it must not', moment.avoids !== undefined && matches(moment.avoids));
  }
  return {
    id: moment.id,
    faults: FAULTS.filter((fault) => faults.has(fault)),
    difference: differenceOf(hints),
    words: hints.map((hint) => wordsOf(hint)),
    grades: hints.map((hint) => readingGrade(hint.text)),
  };
}

const wordsOf = (hint: Hint): number => hint.text.split(/\s+/u).filter(Boolean).length;

function isChatTurn(hint: Hint): boolean {
  const words = wordsOf(hint);
  return words >= SHORTEST && words <= LONGEST;
}

function differenceOf(hints: readonly Hint[]): number | null {
  const pairs = hints.flatMap((a, i) => hints.slice(i + 1).map((b) => 1 - likeness(a.text, b.text)));
  return pairs.length === 0 ? null : pairs.reduce((sum, x) => sum + x, 0) / pairs.length;
}
