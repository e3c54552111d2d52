import { acceptHints } from '../contract';
import { type Hint, HINT_KINDS, type HintKind } from '../hint';
import { closingOf, likeness, openingOf } from '../select-distinct';
import { writtenOut } from '../style/voice';
import { countWords } from './companions';
import { type Draft, draftsFor, isParticular } from './drafts';
import { ideaFor } from './ideas';
import { likelyWorth, likelyWorthFilled } from './likely';
import type { Line } from './lines';
import type { Point } from './point';
import { pointsOf } from './points';
import { readsWell } from './reads-well';
import type { Situation } from './situation';
import { byItself, fill, type Filled, withClauseBefore } from './slots';

/** Neither openings nor the sentences that close a hint are repeated within this many hints. */
const FORMS_KEPT = 10;
const SHORTEST = 4;
const LONGEST = 28;
const IDEAL_LONGEST = 22;
/** A hint may be a little longer than what the supporter usually writes, and never has to be curter than this. */
const STRETCH = 1.4;
const SHORTEST_IDEAL = 9;
const PER_WORD_TOO_MANY = 4.5;
/** The same clause in two of the three hints is parroting. */
const SAID_TWICE = 40;

interface Candidate {
  line: Line;
  point: Point;
  filled: Filled;
  score: number;
}

/** Drafts are filled in batches, best first, until a batch holds one that passes. */
const BATCH = 14;

/** What was chosen for a turn so far, which nothing after it may repeat. */
interface Chosen {
  hints: Hint[];
  /** Those of them that only say that the client was heard. */
  nods: Set<Hint>;
  openings: Set<string>;
  closings: Set<string>;
  /** The client's clauses that are said back. */
  used: string[];
  /** How many hints rest on a point that may be misread. */
  rested: Map<Point, number>;
}

/** A hint that could be given, and what it was made from. */
interface Fitting {
  candidate: Candidate;
  hint: Hint;
}

/** The kinds in the order in which they are chosen: what is said back first, then what is asked. */
const ORDER: readonly HintKind[] = ['empathise', 'explore', 'support'];

/** The best hint of each kind that repeats neither the supporter, nor what was shown, nor another; no nod beside others. */
export function chooseHints(situation: Situation, shown: readonly string[], round: number): Hint[] {
  const chosen = nothingChosen(situation, shown);
  for (const kind of ORDER) {
    const [best] = fittingHints(kind, situation, shown, round, chosen);
    if (best !== undefined) take(best, chosen);
  }
  const hints = HINT_KINDS.flatMap((kind) => chosen.hints.find((hint) => hint.kind === kind) ?? []);
  const tell = hints.filter((hint) => !chosen.nods.has(hint));
  return tell.length > 0 ? tell : hints;
}

function nothingChosen(situation: Situation, shown: readonly string[]): Chosen {
  const heard = [...shown.slice(-FORMS_KEPT), ...situation.said.slice(-3)];
  return {
    hints: [],
    nods: new Set(),
    openings: new Set(heard.map(openingOf)),
    closings: new Set(heard.flatMap((text) => closingOf(text) ?? [])),
    used: [],
    rested: new Map(),
  };
}

/** The hints of a kind that may stand beside what was chosen, best first, as they are asked for. */
function* fittingHints(
  kind: HintKind,
  situation: Situation,
  shown: readonly string[],
  round: number,
  chosen: Chosen,
): Generator<Fitting> {
  const drafts = byLikelyFit(draftsFor(kind, situation, round, chosen.rested), situation);
  for (let at = 0; at < drafts.length; at += BATCH) {
    for (const candidate of candidatesOf(drafts.slice(at, at + BATCH), situation, round, chosen.used)) {
      if (!readsWell(candidate.filled.text)) continue;
      const hint = toHint(candidate, situation);
      if (hint === null || chosen.openings.has(openingOf(hint.text))) continue;
      if (chosen.closings.has(closingOf(hint.text) ?? '')) continue;
      if (chosen.hints.some((other) => likeness(other.text, hint.text) > 0.55)) continue;
      const said = [...shown, ...chosen.hints.map((other) => other.text)];
      const { hints } = acceptHints([hint], situation.messages, said, {
        adviceAllowed: situation.adviceAllowed,
      });
      for (const accepted of hints) yield { candidate, hint: accepted };
    }
  }
}

/**
 * The drafts in the order in which it pays to fill them. How a line fits is read from its own words here, its slots
 * still empty: filling all of them would take longer than there is time.
 */
function byLikelyFit(drafts: readonly Draft[], situation: Situation): readonly Draft[] {
  if (situation.fit === null) return drafts;
  const likely = new Map<Line, Map<Point['kind'], number>>();
  const worthOfDraft = ({ line, point, score }: Draft): number => {
    const ofLine = likely.get(line) ?? new Map<Point['kind'], number>();
    likely.set(line, ofLine);
    let worth = ofLine.get(point.kind);
    if (worth === undefined) {
      worth = likelyWorth(line, point, situation);
      ofLine.set(point.kind, worth);
    }
    return score + worth;
  };
  return drafts
    .map((draft) => ({ draft, worth: worthOfDraft(draft) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ draft }) => draft);
}

function take({ candidate, hint }: Fitting, chosen: Chosen): void {
  const { line, point, filled } = candidate;
  chosen.hints.push(hint);
  if (line.nod === true) chosen.nods.add(hint);
  chosen.openings.add(openingOf(hint.text));
  const closing = closingOf(hint.text);
  if (closing !== null) chosen.closings.add(closing);
  chosen.used.push(...filled.used);
  if (isParticular(line, point)) chosen.rested.set(point, (chosen.rested.get(point) ?? 0) + 1);
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

function candidatesOf(
  drafts: readonly Draft[],
  situation: Situation,
  round: number,
  used: readonly string[],
): Candidate[] {
  const { points, seed, voice } = situation;
  const found: Candidate[] = [];
  for (const { line, point, form, score } of drafts) {
    const filled =
      line.anchor !== true
        ? fill(line, point, points, `${seed}${round}`)
        : form === 0
          ? withClauseBefore(line, point)
          : byItself(line, point);
    if (filled === null) continue;
    const words = countWords(filled.text);
    if (words < SHORTEST || words > LONGEST) continue;
    let total = score;
    const ideal = Math.min(
      IDEAL_LONGEST,
      Math.max(SHORTEST_IDEAL, (voice?.words ?? IDEAL_LONGEST) * STRETCH),
    );
    if (words > ideal) total -= PER_WORD_TOO_MANY * (words - ideal);
    if (filled.used.some((piece) => used.some((before) => overlaps(before, piece)))) total -= SAID_TWICE;
    const likely = likelyWorthFilled(line, point, filled, situation);
    if (likely === null) continue;
    total += likely;
    found.push({ line, point, filled, score: total });
  }
  return found.sort((a, b) => b.score - a.score);
}

function overlaps(a: string, b: string): boolean {
  return a === b || (a.length > 12 && b.length > 12 && likeness(a, b) > 0.7);
}
