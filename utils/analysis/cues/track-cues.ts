import type { Message } from '../../conversation/message';
import type { CodedSpan } from '../codes/code';
import { codeMessage } from '../codes/code-message';
import type { Reading } from '../reading';
import type { Cue, OpenCue, TrackedCues } from './cue';
import { findCues } from './find-cues';
import { TELLING } from './find-telling';
import { FAMILY_BY_ID } from './lexicon';
import { readTakeUp } from './take-up';

/** Most open and most answered cues kept; the lightest open and the oldest answered go first. */
export const MAX_TRACKED = 60;

/** Cues of a conversation so far. Cheap to carry on: one message costs what its own text costs. */
export interface CueState extends TrackedCues {
  /** Ids of the client's messages since the supporter last wrote. */
  lastTurn: readonly string[];
  /** Ids of the client's messages of the turn before that. */
  turnBefore: readonly string[];
  /** Whether the message before was a supporter's. */
  supporterSpoke: boolean;
}

export const NO_CUES: CueState = {
  open: [],
  answered: [],
  lastTurn: [],
  turnBefore: [],
  supporterSpoke: false,
};

function sameCue(a: Cue, b: Cue): boolean {
  // Two things told are two things.
  if (a.family === TELLING) return false;
  return a.family === b.family && (a.about === b.about || a.about === undefined || b.about === undefined);
}

/** Carries the cues on by one message of a client. What is said again while open stays one cue, the first. */
export function addClientCues(state: CueState, id: string, cues: readonly Cue[]): CueState {
  const lastTurn = state.supporterSpoke ? [id] : [...state.lastTurn.slice(-MAX_TRACKED), id];
  const turnBefore = state.supporterSpoke ? state.lastTurn : state.turnBefore;
  // What is only told fades when the talk goes on; what a client opens with is mostly how things stand.
  const isLate = ({ id: at }: OpenCue) => !lastTurn.includes(at) && !turnBefore.includes(at);
  const open = state.open.filter((cue) => cue.family !== TELLING || !isLate(cue));
  const wasAnswered = state.supporterSpoke || turnBefore.length > 0;
  for (const cue of cues) {
    if (cue.family === TELLING && !wasAnswered) continue;
    const at = open.findIndex((known) => sameCue(known, cue));
    const known = open[at];
    if (known) open[at] = { ...known, weight: Math.max(known.weight, cue.weight) };
    else open.push({ ...cue, id });
  }
  while (open.length > MAX_TRACKED) {
    const lightest = open.reduce((best, cue, i) => (cue.weight < (open[best]?.weight ?? 2) ? i : best), 0);
    open.splice(lightest, 1);
  }
  return { open, answered: state.answered, lastTurn, turnBefore, supporterSpoke: false };
}

/** Who hears the heaviest feeling of a message has heard the lighter; a loss or a farewell is heard by itself. */
function standsAlone({ kind, family }: Cue): boolean {
  return kind === 'loss' || FAMILY_BY_ID.get(family)?.['only-named'] === true;
}

/** Carries the cues on by one message of the supporter: what it takes up is answered. */
export function addSupporterReply(
  state: CueState,
  id: string,
  text: string,
  codes: readonly CodedSpan[] = codeMessage(text),
): CueState {
  if (state.open.length === 0) return { ...state, supporterSpoke: true };
  const { names, reflects } = readTakeUp(text, codes);
  const last = new Set(state.lastTurn);
  const before = new Set(state.turnBefore);
  const taken = state.open.filter((cue) => {
    const recent = last.has(cue.id);
    return names(cue, { recent, near: recent || before.has(cue.id) });
  });
  const latest = state.open.filter(({ id }) => id === state.lastTurn.at(-1));
  if (!latest.some((cue) => taken.includes(cue))) {
    // A reflection that names nothing is taken to be of the heaviest thing just said.
    const weight = Math.max(...latest.map((cue) => cue.weight));
    taken.push(...latest.filter((cue) => cue.weight === weight && !standsAlone(cue) && reflects(cue)));
  }
  const heard = (cue: OpenCue) =>
    taken.includes(cue) ||
    (!standsAlone(cue) &&
      taken.some((other) => other.id === cue.id && other.weight >= cue.weight && !standsAlone(other)));
  const open = state.open.filter((cue) => !heard(cue));
  const answered = [...state.answered, ...state.open.filter(heard).map((cue) => ({ ...cue, by: id }))];
  return { ...state, open, answered: answered.slice(-MAX_TRACKED), supporterSpoke: true };
}

/**
 * The client's cues of a conversation and which of them the supporter took up by content. A general
 * "sorry to hear that", advice or an own story takes up nothing. Readings and codes may be given by message id.
 */
export function trackCues(
  messages: readonly Message[],
  known: { readings?: ReadonlyMap<string, Reading>; codes?: ReadonlyMap<string, readonly CodedSpan[]> } = {},
): TrackedCues {
  let state = NO_CUES;
  for (const { id, side, text, deleted } of messages) {
    if (deleted || text === '') continue;
    if (side === 'client') state = addClientCues(state, id, findCues(text, known.readings?.get(id)));
    else if (side === 'supporter') state = addSupporterReply(state, id, text, known.codes?.get(id));
  }
  return { open: state.open, answered: state.answered };
}
