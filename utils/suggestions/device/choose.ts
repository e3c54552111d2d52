import type { OpenCue } from '../../analysis/cues/cue';
import type { Reading } from '../../analysis/reading';
import type { Message } from '../../conversation/message';
import type { Stage } from '../../conversation/stage';
import { acceptHints } from '../contract';
import { type Hint, type HintKind, HINT_KINDS } from '../hint';
import { likeness, openingOf } from '../select-distinct';
import { type Line, linesFor } from './lines';
import { type Point, pointsOf } from './points';
import { readsWell } from './reads-well';
import { steady } from './seed';
import { countWords, fill, type Filled, withClauseBefore } from './slots';

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
  readings: (id: string) => Reading | null;
}

/** Openings are not repeated within this many hints. */
const OPENINGS_KEPT = 10;
const SHORTEST = 4;
const LONGEST = 28;
const IDEAL_LONGEST = 22;
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
    feeling: 4,
  },
};
/** Kinds that say nothing by themselves; beside anything else they are passed over. */
const SLIGHT: ReadonlySet<Point['kind']> = new Set(['thanks', 'closing', 'greeting', 'thin', 'topic']);

interface Candidate {
  line: Line;
  point: Point;
  filled: Filled;
  score: number;
}

/** The best hint of each kind that repeats neither the supporter, nor what was shown, nor another. */
export function chooseHints(situation: Situation, shown: readonly string[], round: number): Hint[] {
  const openings = new Set([...shown.slice(-OPENINGS_KEPT), ...situation.said.slice(-3)].map(openingOf));
  const used: string[] = [];
  const chosen: Hint[] = [];
  for (const kind of ['empathise', 'explore', 'support'] as const) {
    const candidates = candidatesFor(kind, situation, round, used);
    for (const candidate of candidates) {
      const hint = toHint(candidate, situation);
      if (hint === null || openings.has(openingOf(hint.text))) continue;
      if (chosen.some((other) => likeness(other.text, hint.text) > 0.55)) continue;
      const { hints } = acceptHints([hint], situation.messages, [...shown, ...chosen.map((c) => c.text)], {
        adviceAllowed: situation.adviceAllowed,
      });
      const accepted = hints[0];
      if (accepted === undefined) continue;
      chosen.push(accepted);
      used.push(...candidate.filled.used);
      openings.add(openingOf(accepted.text));
      break;
    }
  }
  return HINT_KINDS.flatMap((kind) => chosen.find((hint) => hint.kind === kind) ?? []);
}

function toHint({ line, filled }: Candidate, { messages }: Situation): Hint | null {
  const message = messages.find((m) => m.id === filled.messageId);
  if (message === undefined) return null;
  const text = message.text.slice(filled.start, filled.end);
  if (text.trim() === '') return null;
  return {
    kind: line.hint,
    technique: line.technique,
    text: filled.text,
    because: { id: filled.messageId, start: filled.start, end: filled.end, text },
  };
}

function candidatesFor(
  kind: HintKind,
  situation: Situation,
  round: number,
  used: readonly string[],
): Candidate[] {
  const { points, seed } = situation;
  const weighty = points.some((point) => !SLIGHT.has(point.kind));
  const found: Candidate[] = [];
  for (const point of points) {
    if (
      weighty &&
      SLIGHT.has(point.kind) &&
      !(point.kind === 'topic' && points.every((p) => SLIGHT.has(p.kind)))
    )
      continue;
    for (const generic of [false, true]) {
      if (generic && !takesGeneric(point)) continue;
      for (const line of linesFor(kind, generic ? '*' : point.kind)) {
        if (!fits(line, point, situation)) continue;
        const forms =
          line.anchor === true
            ? [withClauseBefore(line, point), bare(line, point)]
            : [fill(line, point, points, `${seed}${round}`)];
        forms.forEach((filled, form) => {
          if (filled === null || !readsWell(filled.text)) return;
          const words = countWords(filled.text);
          if (words < SHORTEST || words > LONGEST) return;
          found.push({
            line,
            point,
            filled,
            score: score(line, point, filled, generic, form, words, situation, round, used),
          });
        });
      }
    }
  }
  return found.sort((a, b) => b.score - a.score || (a.filled.text < b.filled.text ? -1 : 1));
}

function takesGeneric(point: Point): boolean {
  return !/^(?:asks-real|rupture|dark|thanks|closing|greeting|thin|sorry|good)$/u.test(point.kind);
}

function bare(line: Line, point: Point): Filled {
  return { text: line.text, messageId: point.messageId, start: point.start, end: point.end, used: [] };
}

function score(
  line: Line,
  point: Point,
  filled: Filled,
  generic: boolean,
  form: number,
  words: number,
  situation: Situation,
  round: number,
  used: readonly string[],
): number {
  const { seed } = situation;
  let total = point.weight + (LEANS[line.hint][point.kind] ?? 0) + Math.min(6, point.order);
  if (!generic) total += 10;
  if (line.anchor === true) total -= form === 0 ? 2 : 9;
  if (line.slots.some((slot) => /^(?:both|said|doing|when|cause|other)$/iu.test(slot))) total += 7;
  else if (line.slots.length > 0) total += 4;
  if (line.slots.some((slot) => /^both$/iu.test(slot))) total += 5;
  if (line.stage === 'advice') total += 24;
  if (line.group !== undefined || line.theme !== undefined || line.families !== null) total += 4;
  if (words > IDEAL_LONGEST) total -= 3 * (words - IDEAL_LONGEST);
  if (words < 6) total -= 6;
  for (const piece of filled.used) if (used.some((before) => overlaps(before, piece))) total -= 22;
  return total + PLAY * steady(`${seed}|${line.hint}${line.index}|${round}`);
}

function overlaps(a: string, b: string): boolean {
  return a === b || (a.length > 12 && b.length > 12 && likeness(a, b) > 0.7);
}

function fits(line: Line, point: Point, { asked, stage, adviceAllowed }: Situation): boolean {
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
  if (line.but?.split(' ').includes(point.kind) === true) return false;
  return line.families === null || point.feelings.some((f) => line.families?.has(f.entry.family) === true);
}

/** Points of an earlier, unanswered cue, for when the last turn says little. */
export function pointsBefore(situation: Situation): Point[] {
  const ids = new Set(situation.openCues.slice(-3).map((cue) => cue.id));
  const messages = situation.messages.filter((message) => ids.has(message.id));
  return messages.length === 0 ? [] : pointsOf(messages, situation.readings);
}
