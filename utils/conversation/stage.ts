import type { CodedSpan } from '../analysis/codes/code';
import { codeMessage } from '../analysis/codes/code-message';
import type { TrackedCues } from '../analysis/cues/cue';
import type { Span } from '../analysis/reading';
import { z } from '../schema';
import type { Message } from './message';
import { findStagePhrase } from './stage-phrases';

/** Where a talk stands (Hill's helping skills): first explore, then understand, then act. */
export const STAGES = ['exploration', 'insight', 'action'] as const;
export const stageSchema = z.enum(STAGES);
export type Stage = z.infer<typeof stageSchema>;

/** What the stage rests on, carried on message by message. */
export interface StageFacts {
  /** Messages of the client with more than a few words. */
  told: number;
  questions: number;
  reflections: number;
  complexReflections: number;
  /** Messages in which the client said something new about themself, or why. */
  insights: number;
  /** Messages in which the client said what they will do, since the last insight or after exploring. */
  ready: number;
  /** Id of the last of these. */
  readyIn: string | null;
}

export const NO_STAGE_FACTS: StageFacts = {
  told: 0,
  questions: 0,
  reflections: 0,
  complexReflections: 0,
  insights: 0,
  ready: 0,
  readyIn: null,
};

const WORDS_THAT_TELL = 4;

/** The client's own words that ask for advice, or null. Words such as "I don't know what to do" do not ask. */
export function clientAskedForAdvice(text: string): Span | null {
  const found = findStagePhrase('asks-for-advice', text);
  return found && { ...found, text: text.slice(found.start, found.end) };
}

/** The facts after one more message. `codes` are needed for a supporter's message only. */
export function addStageFacts(facts: StageFacts, message: Message, codes: readonly CodedSpan[]): StageFacts {
  if (message.deleted) return facts;
  const next = { ...facts };
  if (message.side === 'client') {
    if (message.text.trim().split(/\s+/u).length >= WORDS_THAT_TELL) next.told += 1;
    if (findStagePhrase('insight', message.text)) next.insights += 1;
    // Plans before anything was heard are part of the story, not a stage.
    if (isExplored(facts) && findStagePhrase('ready', message.text)) {
      next.ready += 1;
      next.readyIn = message.id;
    }
  } else if (message.side === 'supporter') {
    for (const { code } of codes) {
      if (code === 'open-question' || code === 'closed-question' || code === 'safety-check')
        next.questions += 1;
      if (code === 'simple-reflection' || code === 'complex-reflection') next.reflections += 1;
      if (code === 'complex-reflection') next.complexReflections += 1;
    }
  }
  return next;
}

/** Least of each before a talk counts as explored. A convention of training, not a measured effect. */
const EXPLORED = { told: 3, questions: 2, reflections: 1, both: 4 };
/** Reflections (two of them adding meaning) that stand for understanding when the client does not say so. */
const UNDERSTOOD = { told: 6, reflections: 4, complexReflections: 2 };
/** An open cue this heavy keeps a talk from going on. */
const HEAVY = 0.75;

function isExplored({ told, questions, reflections }: StageFacts): boolean {
  return (
    told >= EXPLORED.told &&
    questions >= EXPLORED.questions &&
    reflections >= EXPLORED.reflections &&
    questions + reflections >= EXPLORED.both
  );
}

/** The stage that the facts and the cues stand for. */
export function stageOf(facts: StageFacts, cues: Pick<TrackedCues, 'open' | 'answered'>): Stage {
  // What they feel while they make their plan does not hold the plan up; a new loss does.
  const heavyOpen = cues.open.filter(
    (cue) => cue.weight >= HEAVY && (cue.kind === 'loss' || cue.id !== facts.readyIn),
  ).length;
  const answered = cues.answered.length;
  const heard = answered > 0 || cues.open.length === 0;
  if (!isExplored(facts) || !heard || heavyOpen > answered) return 'exploration';
  const understood =
    facts.insights > 0 ||
    (facts.told >= UNDERSTOOD.told &&
      facts.reflections >= UNDERSTOOD.reflections &&
      facts.complexReflections >= UNDERSTOOD.complexReflections);
  if (heavyOpen === 0 && facts.ready > 0 && understood) return 'action';
  // Plans of the client's own, well after exploring, are where they are, whatever was said of insight.
  if (heavyOpen === 0 && facts.ready > 1) return 'action';
  return 'insight';
}

/**
 * The stage of a conversation, from what has been asked, reflected and taken up. Codes by message id spare
 * coding a message again.
 */
export function estimateStage(
  messages: readonly Message[],
  codes: ReadonlyMap<string, readonly CodedSpan[]> | undefined,
  cues: Pick<TrackedCues, 'open' | 'answered'>,
): Stage {
  let facts = NO_STAGE_FACTS;
  for (const message of messages) {
    const known = message.side === 'supporter' ? (codes?.get(message.id) ?? codeMessage(message.text)) : [];
    facts = addStageFacts(facts, message, known);
  }
  return stageOf(facts, cues);
}
