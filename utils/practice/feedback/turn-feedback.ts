import { maskMethods } from '../../analysis/safety/mask-methods';
import { readMessage } from '../../analysis/read-message';
import type { Span } from '../../analysis/reading';
import type { DraftFlag } from '../../coaching/check-draft';
import type { FlagId } from '../../coaching/draft-rule';
import { faultOfRewording } from '../../coaching/reword/gate';
import { rewordOnDevice } from '../../coaching/reword/reword';
import { acceptHints } from '../../suggestions/contract';
import { suggestOnDevice } from '../../suggestions/device/suggest';
import type { Hint } from '../../suggestions/hint';
import { DEBRIEF_WORDS } from '../debrief/debrief-words';
import type { Scenario } from '../scenario';
import type { PracticeSession } from '../session';
import { goalOf } from './goal';
import { type FeedbackTools, momentsOf, type TurnMoment } from './moments';
import { FEEDBACK_WORDS, inTurn } from './words';

/** What experts would mark in a turn: from the rule book of the draft check, or from how the client took it. */
export interface Mark {
  id: string;
  name: string;
  /** Why it may matter, and another way, in conditional words. */
  why: string;
  direction?: string;
  /** The words that it is about, in offsets of the turn; none when it is about the turn as a whole. */
  spans: readonly Span[];
}

/** Feedback on one turn of the supporter. */
export interface TurnFeedback {
  turn: number;
  /** What this moment asked for. */
  goal: string;
  /** What helped; empty only when nothing did. */
  worked: readonly string[];
  /** At most two. */
  marks: readonly Mark[];
  /** Another way to say it, from the client's own words; null where nothing is marked or none is at hand. */
  alternative: string | null;
  /** Said in place of marks when there are none, or when the turn could not be read. */
  note: string | null;
}

const MAX_MARKS = 2;
const MAX_WORKED = 2;

/** Marks that add nothing beside a flag of the rule book, which shows the words. */
const SAME: Readonly<Record<string, readonly FlagId[]>> = {
  advice: ['advice-too-early', 'you-should'],
  'advice-again': ['advice-too-early', 'you-should'],
  'advice-late': ['advice-too-early', 'you-should'],
  persuade: ['advice-too-early', 'you-should'],
  minimise: ['minimising'],
  reassure: ['false-reassurance'],
  judge: ['judging', 'blame'],
  abuse: [],
  'pile-up': ['question-pile-up'],
  'ask-run': ['closed-question-run'],
  'own-story': ['self-story'],
  flood: ['too-long'],
  jump: ['topic-jump'],
  'cue-missed': ['cue-passed-over', 'topic-jump', 'advice-too-early', 'minimising', 'false-reassurance'],
  dropped: ['cue-passed-over', 'topic-jump', 'advice-too-early', 'minimising', 'no-safety-question'],
  parrot: ['parroting'],
};

/** What helped rules out a flag that says the opposite. */
const AGAINST: Readonly<Record<string, readonly FlagId[]>> = {
  'cue-taken': ['cue-passed-over'],
  received: ['cue-passed-over'],
  'reflect-deep': ['parroting'],
  'safety-asked': ['no-safety-question'],
  'safety-asked-cold': ['no-safety-question'],
};

/** Taking leave is no change of subject. */
const NOT_AT_THE_END: ReadonlySet<FlagId> = new Set(['cue-passed-over', 'topic-jump']);

/** How these marks are called; the sentences stand in `debrief.json`. */
const MARK_NAMES: Readonly<Record<string, string>> = {
  formula: 'The same opening again',
  'cue-missed': 'Something went by',
  'ask-run': 'Facts in a row',
  'pile-up': 'Several questions at once',
  advice: 'An idea, early',
  'advice-again': 'An idea, again',
  'advice-late': 'An idea without asking',
  persuade: 'Pressing the point',
  confront: 'Arguing with it',
  minimise: 'Made smaller',
  reassure: 'A promise nobody can keep',
  judge: 'It may have sounded like a verdict',
  'own-story': 'Your own story',
  jump: 'Another subject',
  push: 'Not yet',
  absent: 'Hardly any words',
  flood: 'Very much at once',
  strange: 'Hard to follow',
  abuse: 'This would hurt',
  dropped: 'What they had just dared to tell',
  repeat: 'The same sentence again',
  information: 'Facts before the feeling',
  assume: 'A feeling told as a fact',
  secrecy: 'A promise of secrecy',
  parrot: 'Their words, unchanged',
};

/** Feedback on one turn; null when the session has no such turn of the supporter. */
export function turnFeedback(
  scenario: Scenario,
  session: PracticeSession,
  turn: number,
  tools: FeedbackTools,
): TurnFeedback | null {
  const until = session.turns.findIndex((one) => one.turn === turn);
  if (until < 0) return null;
  const moment = momentsOf({ turns: session.turns.slice(0, until + 2) }, tools).at(-1);
  return moment?.turn.turn === turn ? feedbackOf(moment, scenario, tools) : null;
}

/** Feedback on the turn of a moment. Pure; it never throws for any text. */
export function feedbackOf(moment: TurnMoment, scenario: Scenario, tools: FeedbackTools): TurnFeedback {
  const { check, turn } = moment;
  if (moment.reply?.outOfRole) {
    const { goal, note } = FEEDBACK_WORDS.outOfRole;
    return { turn: turn.turn, goal, worked: [], marks: [], alternative: null, note };
  }
  const reasons = moment.reply?.state.reasons ?? [];
  const effects = reasons.map(({ effect }) => effect);
  const worked = effects.flatMap((effect) => DEBRIEF_WORDS.worked[effect] ?? []);
  const marks = marksOf(moment, effects);
  if (worked.length === 0 && check.good && marks.length === 0) worked.push(check.good.text);
  return {
    turn: turn.turn,
    goal: goalOf(moment, scenario),
    worked: worked.slice(0, MAX_WORKED),
    marks,
    alternative: marks.length > 0 && check.unread === undefined ? alternativeOf(moment, tools) : null,
    note:
      check.unread !== undefined
        ? FEEDBACK_WORDS.unread[check.unread]
        : marks.length === 0
          ? FEEDBACK_WORDS.nothing
          : null,
  };
}

/** The flags of a turn, without those that the client's own answer speaks against. */
export function flagsOf({ check, reply }: TurnMoment): DraftFlag[] {
  // What the supporter asked out of role is no turn of the talk.
  if (reply?.outOfRole) return [];
  const ruledOut = new Set((reply?.state.reasons ?? []).flatMap(({ effect }) => AGAINST[effect] ?? []));
  const isEnd = reply?.state.phase === 'closing';
  return check.flags.filter(({ id }) => !ruledOut.has(id) && !(isEnd && NOT_AT_THE_END.has(id)));
}

function marksOf(moment: TurnMoment, effects: readonly string[]): Mark[] {
  const flags = flagsOf(moment);
  const ids = new Set(flags.map(({ id }) => id));
  const felt = effects.flatMap((effect): Mark[] => {
    const why = DEBRIEF_WORDS.could[effect];
    const isSaid = (SAME[effect] ?? []).some((id) => ids.has(id));
    // Whoever guesses at the feeling stays with it, also where no word of theirs is named.
    const isWith = effect === 'cue-missed' && effects.includes('reflect-guess');
    return why === undefined || isSaid || isWith
      ? []
      : [{ id: effect, name: MARK_NAMES[effect] ?? '', why, spans: [] }];
  });
  const named = flags.map(({ id, name, because, direction, spans }): Mark => ({
    id,
    name,
    why: maskMethods(because),
    direction,
    spans,
  }));
  // What would hurt comes before any matter of wording.
  const worst = felt.filter(({ id }) => id === 'abuse');
  return [...worst, ...named, ...felt.filter(({ id }) => id !== 'abuse')].slice(0, MAX_MARKS);
}

function alternativeOf(moment: TurnMoment, { reader, hintModels }: FeedbackTools): string | null {
  const due = moment.safetyDue.at(-1);
  if (due) return FEEDBACK_WORDS.safety[due.cue.class];
  const closed = moment.before?.state.resistance;
  if (closed) return inTurn(FEEDBACK_WORDS.instead[closed], moment.turn.turn);
  if (moment.reply?.state.reasons.some(({ effect }) => effect === 'dropped'))
    return inTurn(FEEDBACK_WORDS.afterTelling, moment.turn.turn);
  const texts = new Map(moment.messages.map(({ id, text }) => [id, text]));
  const hints = (round: number): Hint[] =>
    suggestOnDevice({
      messages: moment.messages,
      readings: (id) => (reader ? readMessage(reader, texts.get(id) ?? '') : null),
      stage: moment.stage,
      openCues: moment.openCues,
      safetyRaised: moment.input.safetyCues.length > 0,
      round,
      ...(hintModels !== undefined && { models: hintModels }),
    }).hints;
  const [flag] = moment.check.flags;
  const reworded = flag && rewordOnDevice({ ...moment.input, flag: flag.id, hints, round: 0 });
  if (reworded) return reworded;
  // A mark of how the client took it has no ways of its own; a hint stands in, where nothing is to be said of it.
  const accepted = acceptHints(hints(0), moment.messages, [moment.text]).hints.filter(
    ({ text }) => faultOfRewording(text, moment.input) === null,
  );
  return (accepted.find(({ kind }) => kind === 'empathise') ?? accepted[0])?.text ?? null;
}
