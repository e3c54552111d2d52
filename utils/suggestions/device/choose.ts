import type { OpenCue } from '../../analysis/cues/cue';
import type { Reading } from '../../analysis/reading';
import type { Message } from '../../conversation/message';
import type { Stage } from '../../conversation/stage';
import { acceptHints } from '../contract';
import { type Voice, writtenOut } from '../style/voice';
import { type Hint, type HintKind, HINT_KINDS } from '../hint';
import { likeness, openingOf } from '../select-distinct';
import { kindOf } from './frames';
import { isPlain } from './gist';
import { ideaFor } from './ideas';
import { type Line, linesFor } from './lines';
import type { Point } from './point';
import { pointsOf } from './points';
import { readsWell } from './reads-well';
import { steady } from './seed';
import { countWords, isSayable } from './companions';
import { byItself, fill, type Filled, withClauseBefore } from './slots';

/** All that a choice of hints rests on. */
export interface Situation {
  points: readonly Point[];
  messages: readonly Message[];
  turn: readonly Message[];
  /** Unanswered cues of earlier turns. */
  openCues: readonly OpenCue[];
  /** What the supporter has asked lately. */
  asked: ReadonlySet<string>;
  stage: Stage;
  adviceAllowed: boolean;
  /** Texts of the supporter's last messages. */
  said: readonly string[];
  seed: string;
  style: 'sentences' | 'ideas';
  /** How the supporter writes, when enough of it is known. */
  voice: Voice | null;
  readings: (id: string) => Reading | null;
}

/** From so many messages of the supporter's on, one can look back on the talk. */
const LATE = 2;
/** Openings are not repeated within this many hints. */
const OPENINGS_KEPT = 10;
const SHORTEST = 4;
const LONGEST = 28;
const IDEAL_LONGEST = 22;
/** A hint may be a little longer than what the supporter usually writes, and never has to be curter than this. */
const STRETCH = 1.4;
const SHORTEST_IDEAL = 9;
const PER_WORD_TOO_MANY = 2.5;
/** From this weight on a point is what the turn is about, and the others step back by so much. */
const GRAVE = 88;
const BESIDE_THE_GRAVE = 25;
/** How much chance counts against fit, in points of weight. */
const PLAY = 16;
/** What each kind of hint leans towards. */
const LEANS: Record<HintKind, Partial<Record<Point['kind'], number>>> = {
  explore: {
    effort: -14,
    'asks-advice': 6,
    'thought-of-others': -4,
    sorry: -12,
    thanks: -4,
    event: 6,
    state: 4,
  },
  empathise: {
    effort: -14,
    'asks-advice': -16,
    'asks-help': -6,
    feeling: 8,
    sorry: -8,
    hint: -4,
    event: 4,
    state: 2,
  },
  support: {
    effort: 20,
    'asks-advice': 14,
    'asks-normal': 10,
    sorry: 16,
    'thought-of-others': 14,
    good: 10,
    achieved: 10,
    feeling: 4,
  },
};
/** Kinds that say nothing by themselves; beside anything else they are passed over. */
const SLIGHT: ReadonlySet<Point['kind']> = new Set([
  'thanks',
  'closing',
  'greeting',
  'ordinary',
  'fact',
  'ack',
  'thin',
  'topic',
]);

/** Kinds that take up nothing and bring nothing. */
const NODS: ReadonlySet<Point['kind']> = new Set(['ack', 'thin']);
/** Beside these a sentence that is not understood is part of the manners. */
const MANNERS: ReadonlySet<Point['kind']> = new Set([
  'thanks',
  'agree',
  'confirms',
  'asks-leave',
  'closing',
  'heard',
  'sorry',
  'asks-you',
  'asks-real',
  'doubts-care',
]);
/** Kinds of less weight are read from words that may mean something else: not all three hints rest on one. */
const SURE_KIND = 86;
const MOST_ON_ONE = 1;
const ONE_TOO_MANY = 30;
/** The same clause in two of the three hints is parroting. */
const SAID_TWICE = 40;
/** Up to so many words, what stands beside "brb" is only why they step away. */
const BRIEF = 12;
/** Of a long turn only the weightiest points are answered. */
const MOST_POINTS = 12;
/** How many open cues of earlier turns are gone back to. */
const LOOKED_BACK_AT = 3;

interface Candidate {
  line: Line;
  point: Point;
  filled: Filled;
  score: number;
}

/** A line for a point before its slots are filled; `form` 0 sets the client's clause before an anchored line. */
interface Draft {
  line: Line;
  point: Point;
  form: 0 | 1;
  score: number;
}

/** Drafts are filled in batches, best first, until a batch holds one that passes. */
const BATCH = 24;

/** The best hint of each kind that repeats neither the supporter, nor what was shown, nor another. */
export function chooseHints(situation: Situation, shown: readonly string[], round: number): Hint[] {
  const openings = new Set([...shown.slice(-OPENINGS_KEPT), ...situation.said.slice(-3)].map(openingOf));
  const used: string[] = [];
  const chosen: Hint[] = [];
  const rested = new Map<Point, number>();
  for (const kind of ['empathise', 'explore', 'support'] as const) {
    const drafts = draftsFor(kind, situation, round, rested);
    for (let at = 0; at < drafts.length; at += BATCH) {
      const passed = candidatesOf(drafts.slice(at, at + BATCH), situation, round, used).find((candidate) => {
        const hint = toHint(candidate, situation);
        if (hint === null || openings.has(openingOf(hint.text))) return false;
        if (chosen.some((other) => likeness(other.text, hint.text) > 0.55)) return false;
        const { hints } = acceptHints([hint], situation.messages, [...shown, ...chosen.map((c) => c.text)], {
          adviceAllowed: situation.adviceAllowed,
        });
        const accepted = hints[0];
        if (accepted === undefined) return false;
        chosen.push(accepted);
        openings.add(openingOf(accepted.text));
        return true;
      });
      if (passed === undefined) continue;
      used.push(...passed.filled.used);
      const { line, point } = passed;
      if (isParticular(line, point)) rested.set(point, (rested.get(point) ?? 0) + 1);
      break;
    }
  }
  return HINT_KINDS.flatMap((kind) => chosen.find((hint) => hint.kind === kind) ?? []);
}

function toHint({ line, point, filled }: Candidate, situation: Situation): Hint | null {
  const { messages, style, voice } = situation;
  const message = messages.find((m) => m.id === filled.messageId);
  if (message === undefined) return null;
  const quote = message.text.slice(filled.start, filled.end);
  const idea = style === 'ideas' ? ideaOf(line, point, situation) : null;
  if (quote.trim() === '' || (style === 'ideas' && (idea === null || !readsWell(idea)))) return null;
  const text = idea ?? (voice?.contracts === false ? writtenOut(filled.text) : filled.text);
  return {
    kind: line.hint,
    technique: line.technique,
    text,
    because: { id: filled.messageId, start: filled.start, end: filled.end, text: quote },
  };
}

/** The same point in the words that speak of the client, and what the bank makes of it. */
function ideaOf(line: Line, point: Point, { turn, readings, points }: Situation): string | null {
  const about = pointsOf(turn, readings, 'they');
  const at = points.indexOf(point);
  const same = about[at]?.kind === point.kind ? about[at] : about.find((p) => p.order === point.order);
  return same === undefined ? null : ideaFor(line, same, about);
}

/** What the turn asks for: somebody who steps away is only told that it is fine. */
function answerable({ points, turn }: Situation): readonly Point[] {
  const pauses = points.filter(({ kind, messageId }) => kind === 'pause' && messageId === turn.at(-1)?.id);
  const brief = countWords(turn.at(-1)?.text ?? '') <= BRIEF;
  const onlyPauses = points.every(
    (point) =>
      /^(?:pause|sorry|thanks|closing|ack)$/u.test(point.kind) ||
      (brief && isPlain(point)) ||
      point.messageId !== turn.at(-1)?.id,
  );
  if (pauses.length > 0 && onlyPauses) return pauses;
  const manners = points.some(({ kind }) => MANNERS.has(kind));
  const kept = points.filter(({ kind, passing }) => passing !== true && !(manners && kind === 'told'));
  if (kept.length <= MOST_POINTS) return kept;
  const least = kept.map(({ weight }) => weight).sort((a, b) => b - a)[MOST_POINTS - 1] ?? 0;
  return kept.filter(({ weight }) => weight >= least);
}

/** A line that only fits its kind, for a kind that is read from words with more than one meaning. */
function isParticular(line: Line, point: Point): boolean {
  const sure = point.weight >= SURE_KIND || kindOf(point.kind).sure === true;
  return !sure && takesGeneric(point) && !line.for.includes('event');
}

/** What could be said of each point, best first by what is known before the slots are filled. */
function draftsFor(
  kind: HintKind,
  situation: Situation,
  round: number,
  rested: ReadonlyMap<Point, number>,
): Draft[] {
  const nods = situation.points.every((point) => NODS.has(point.kind));
  const before = nods ? pointsBefore(situation) : [];
  const points = before.length > 0 ? before : answerable(situation);
  const leaves = points.some((point) => point.kind === 'closing');
  const weighty = points.some((point) => !SLIGHT.has(point.kind) && !(leaves && isPassing(point)));
  const gravest = Math.max(...points.map((point) => point.weight));
  const closes = !weighty && points.some((point) => point.kind === 'closing');
  const drafts: Draft[] = [];
  for (const point of points) {
    if (weighty ? SLIGHT.has(point.kind) : closes && point.kind !== 'closing') continue;
    for (const generic of [false, true]) {
      if (generic && !takesGeneric(point)) continue;
      for (const line of linesFor(kind, generic ? '*' : point.kind)) {
        if (!fits(line, point, situation)) continue;
        const total =
          worth(line, point, generic) -
          (gravest >= GRAVE && point.weight < gravest - 6 ? BESIDE_THE_GRAVE : 0) -
          (isParticular(line, point) && (rested.get(point) ?? 0) >= MOST_ON_ONE ? ONE_TOO_MANY : 0) +
          PLAY * steady(`${situation.seed}|${line.hint}${line.index}|${round}`);
        if (line.anchor !== true) drafts.push({ line, point, form: 1, score: total });
        else
          drafts.push(
            { line, point, form: 0, score: total - 2 },
            { line, point, form: 1, score: total - 14 },
          );
      }
    }
  }
  return drafts.sort((a, b) => b.score - a.score || a.line.index - b.line.index);
}

function candidatesOf(
  drafts: readonly Draft[],
  { points, seed, voice }: Situation,
  round: number,
  used: readonly string[],
): Candidate[] {
  const found: Candidate[] = [];
  for (const { line, point, form, score } of drafts) {
    const filled =
      line.anchor !== true
        ? fill(line, point, points, `${seed}${round}`)
        : form === 0
          ? withClauseBefore(line, point)
          : byItself(line, point);
    if (filled === null || !readsWell(filled.text)) continue;
    const words = countWords(filled.text);
    if (words < SHORTEST || words > LONGEST) continue;
    let total = score;
    const ideal = Math.min(
      IDEAL_LONGEST,
      Math.max(SHORTEST_IDEAL, (voice?.words ?? IDEAL_LONGEST) * STRETCH),
    );
    if (words > ideal) total -= PER_WORD_TOO_MANY * (words - ideal);
    if (filled.used.some((piece) => used.some((before) => overlaps(before, piece)))) total -= SAID_TWICE;
    found.push({ line, point, filled, score: total });
  }
  return found.sort((a, b) => b.score - a.score);
}

/** How well a line answers a point, whatever fills its slots. */
function worth(line: Line, point: Point, generic: boolean): number {
  let total = point.weight + (LEANS[line.hint][point.kind] ?? 0) + Math.min(6, point.order);
  if (!generic) total += 10;
  if (line.for.length > 4) total -= 4;
  total += line.rank ?? 0;
  if (line.slots.some((slot) => /^both$/iu.test(slot))) total += 12;
  else if (line.slots.some((slot) => /^(?:said|doing|when|cause|other|quoted)$/iu.test(slot))) total += 7;
  else if (line.slots.length > 0) total += 4;
  if (line.stage === 'advice') total += 24;
  if (line.group !== undefined || line.theme !== undefined || line.families !== null) total += 4;
  return total;
}

/** A plain remark: beside a goodbye it is only why they go. */
const isPassing = ({ kind, mood }: Point): boolean =>
  mood === 'any' && /^(?:event|state|asks-you)$/u.test(kind);

function takesGeneric(point: Point): boolean {
  return !/^(?:achieved|turn-to|doubts-care|asks-real|asks-private|rupture|doubts-help|heard|dark|thanks|closing|greeting|ordinary|fact|ack|agree|asks-you|asks-leave|pause|confirms|told|thin|sorry|good)$/u.test(
    point.kind,
  );
}

function overlaps(a: string, b: string): boolean {
  return a === b || (a.length > 12 && b.length > 12 && likeness(a, b) > 0.7);
}

function fits(line: Line, point: Point, { asked, stage, adviceAllowed, said }: Situation): boolean {
  if (line.late === true && said.length < LATE) return false;
  if (line.asks !== undefined && asked.has(line.asks)) return false;
  if (
    line.stage !== undefined &&
    (line.stage === 'advice' ? !adviceAllowed : !line.stage.split(' ').includes(stage))
  )
    return false;
  if (line.tense !== undefined && line.tense !== point.tense) return false;
  const who = point.parsed?.who === 'we' ? 'i' : point.parsed?.who;
  if (line.who !== undefined && line.who !== who) return false;
  if (line.mood !== undefined && !line.mood.split(' ').includes(point.mood)) return false;
  if (line.leans !== undefined && (line.leans === 'open') !== (point.open === true)) return false;
  if (line.but?.split(' ').includes(point.kind) === true) return false;
  return line.families === null || point.feelings.some((f) => line.families?.has(f.entry.family) === true);
}

/** What an earlier, unanswered cue was about, for when the last turn says little. */
function pointsBefore({ openCues, messages, readings }: Situation): Point[] {
  const cues = openCues.slice(-LOOKED_BACK_AT);
  const told = messages.filter((message) => cues.some((cue) => cue.id === message.id));
  return pointsOf(told, readings)
    .filter((point) =>
      cues.some((cue) => cue.id === point.messageId && cue.start < point.end && point.start < cue.end),
    )
    .filter(isSayable)
    .map((point) => ({ ...point, kind: 'back' }));
}
