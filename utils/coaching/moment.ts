import type { CodedSpan } from '../analysis/codes/code';
import { type CodedClause, codeClauses, spansOf } from '../analysis/codes/code-message';
import type { CodeModel } from '../analysis/codes/code-model';
import type { OpenCue } from '../analysis/cues/cue';
import { contentStems } from '../analysis/cues/stems';
import type { SafetyCue } from '../analysis/safety-cue';
import type { Balance } from '../conversation/balance';
import type { Message } from '../conversation/message';
import type { Stage } from '../conversation/stage';
import { lastTurnOf, type Turn } from '../conversation/turns';
import type { FlagId } from './draft-rule';
import type { CompiledRules } from './compile-rules';
import { type Sentence, sentencesOf } from './sentences';

/** Longest part of a draft that is read, in UTF-16 units. */
export const MAX_READ = 4_000;
/** Longest part of the client's turn that is read. */
const MAX_CLIENT_READ = 4_000;

/** Messages looked back over for a word of the client's. */
const LATELY = 40;

export interface DraftInput {
  draft: string;
  /** The conversation so far, oldest first. */
  messages: readonly Message[];
  /** Behaviour codes of the supporter's messages by id. */
  codes: ReadonlyMap<string, readonly CodedSpan[]>;
  /** What the client said that nobody took up yet. */
  openCues: readonly OpenCue[];
  stage: Stage;
  balance: Balance;
  /** Safety cues of the client's messages, with the message that carries each. */
  safetyCues: readonly { id: string; cue: SafetyCue }[];
  /** The client's last turn; looked up in `messages` when left out. */
  lastTurn?: Turn | null;
  rules: CompiledRules;
  /** Flags that the person has switched off. */
  off?: ReadonlySet<FlagId>;
  /** Weights of the behaviour codes; rules alone read the draft without them. */
  codeModel?: CodeModel | null;
}

/** Draft and conversation, read once for all rules. */
export interface Moment {
  input: DraftInput;
  draft: string;
  sentences: readonly Sentence[];
  clauses: readonly CodedClause[];
  codes: readonly CodedSpan[];
  words: number;
  /** It ends like something that is ready to be sent. */
  finished: boolean;
  /** The client's last turn, oldest first; empty when they have not written. */
  turn: readonly Message[];
  clientSentences: readonly Sentence[];
  /** The client's last turn and the one before in plain chat form. */
  clientPlain: string;
  clientEarlier: string;
  /** What the client wrote lately, in lower case. */
  clientLately: string;
  clientWords: number;
  clientStems: ReadonlySet<string>;
  /** Cues of the last turn that are open. */
  turnCues: readonly OpenCue[];
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu)?.length ?? 0;
}

const ENDS = /[.!?…)"”’]\s*$|\p{Extended_Pictographic}\s*$/u;
/** A draft without a stop counts as finished from so many words, unless it ends in a word that wants more. */
const WORDS_WITHOUT_STOP = 6;
const WANTS_MORE =
  /\b(?:a|an|the|and|or|but|so|to|of|in|on|at|for|with|that|was|is|are|if|because|your|my|you|it|like|as|have|be|about|what|how|when|from|by|three|two|this|their|his|her)\s*$/iu;

function isFinished(draft: string, words: number): boolean {
  if (words === 0) return false;
  if (ENDS.test(draft)) return true;
  return words >= WORDS_WITHOUT_STOP && !WANTS_MORE.test(draft);
}

/** The client's turn before the last one, in one text. */
function turnBefore(messages: readonly Message[], turn: readonly Message[]): string {
  const first = turn[0];
  if (!first) return '';
  let i = messages.lastIndexOf(first) - 1;
  while (i >= 0 && messages[i]?.side !== 'client') i -= 1;
  const texts: string[] = [];
  for (; i >= 0 && messages[i]?.side === 'client' && texts.length < 4; i -= 1)
    texts.unshift(messages[i]?.text ?? '');
  return texts.join('\n').slice(-MAX_CLIENT_READ);
}

/** Reads draft and client turn once, in time linear in their length (both are cut). */
export function readMoment(input: DraftInput): Moment {
  const draft = input.draft.slice(0, MAX_READ);
  const turn =
    (input.lastTurn === undefined ? lastTurnOf(input.messages, 'client') : input.lastTurn)?.messages ?? [];
  const said = turn
    .map(({ text }) => text)
    .join('\n')
    .slice(-MAX_CLIENT_READ);
  const words = countWords(input.draft);
  const turnIds = new Set(turn.map(({ id }) => id));
  const clientSentences = sentencesOf(said);
  const clauses = codeClauses(draft, input.codeModel ?? null);
  return {
    input,
    draft,
    sentences: sentencesOf(draft),
    clauses,
    codes: spansOf(draft, clauses, { client: said }),
    words,
    finished: isFinished(draft, words),
    turn,
    clientSentences,
    clientPlain: clientSentences.map(({ plain }) => plain.text).join(' . '),
    clientEarlier: sentencesOf(turnBefore(input.messages, turn))
      .map(({ plain }) => plain.text)
      .join(' . '),
    clientLately: input.messages
      .slice(-LATELY)
      .flatMap(({ side, text }) => (side === 'client' ? [text.slice(0, 500)] : []))
      .join('\n')
      .toLowerCase(),
    clientWords: countWords(said),
    clientStems: contentStems(said),
    turnCues: input.openCues.filter(({ id }) => turnIds.has(id)),
  };
}
