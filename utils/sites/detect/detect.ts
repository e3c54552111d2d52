import { contains, rootsIn } from '../deep';
import { textOf } from '../text';
import { askAround, findHeading } from '../learn/around';
import { ask, askOnce, type Ask } from '../learn/ask';
import { learnAdapter, type Learned } from '../learn/learn-adapter';
import { nameIn } from '../learn/tokens';
import { means } from '../learn/words';
import { findCandidates } from './candidates';
import { GUESS_ID } from './guess-id';
import { scoreCandidate, type Scored, type Signal } from './score';
import weights from './weights.json';

/** What was found on a page of a site that nobody described. */
export type Detected =
  | { kind: 'found'; list: Element; learned: Learned; score: number; signals: readonly Signal[] }
  /** Two places look nearly the same: a person has to say which one it is. */
  | { kind: 'unsure'; between: readonly [Element, Element] }
  | { kind: 'nothing' };

/** What is known besides the page as it stands. */
export interface Watched {
  /** Elements at whose end rows were added while the page was watched. */
  grew: ReadonlySet<Element>;
  /** Words that the person sent from the composer, as they then stood in a row: that row is theirs. */
  sent: readonly string[];
}

export const NOTHING_WATCHED: Watched = { grew: new Set(), sent: [] };

/** Candidates that are tried to learn from, the best first. */
const MOST_TRIED = 4;
/** Rows from which is learnt: the newest. */
const MOST_LEARNT = 40;

/** Looks for the message list of an unknown page, and for whose rows are whose. It reads alone, and gives up rather than guess. */
export function detectList(doc: Document, watched: Watched = NOTHING_WATCHED): Detected {
  const steps = detectSteps(doc, watched);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps, between which the page may go on. */
export function* detectSteps(doc: Document, { grew, sent }: Watched): Generator<void, Detected> {
  const scored: Scored[] = [];
  const asking = askOnce();
  yield* askAround(doc, asking);
  const marked = yield* accountMarks(doc);
  for (const candidate of yield* findCandidates(doc)) {
    scored.push(yield* scoreCandidate(candidate, grew, asking));
    yield;
  }
  const likely = withLargest(scored).filter(({ score }) => score >= weights.least);
  likely.sort((a, b) => b.score - a.score || b.rows.length - a.rows.length);
  const learnt: (Scored & { learned: Learned })[] = [];
  for (const one of likely.slice(0, MOST_TRIED)) {
    const learned = learnFrom(one, sent, marked, asking);
    if (learned) learnt.push({ ...one, learned });
    yield;
  }
  const [best, ...others] = learnt;
  if (!best) return { kind: 'nothing' };
  const rival = others.find(({ list }) => !contains(list, best.list) && !contains(best.list, list));
  if (rival && rival.score >= best.score * (1 - weights.close))
    return { kind: 'unsure', between: [best.list, rival.list] };
  return { kind: 'found', list: best.list, learned: best.learned, score: best.score, signals: best.signals };
}

/** The one that takes up the most of the page has that for it. */
function withLargest(scored: readonly Scored[]): Scored[] {
  const area = ({ list }: Scored) => {
    const { width, height } = list.getBoundingClientRect();
    return width * height;
  };
  const largest = Math.max(0, ...scored.filter(({ signals }) => signals.length > 1).map(area));
  return scored.map((one) =>
    area(one) >= largest * 0.9
      ? { ...one, score: one.score + weights.largest, signals: [...one.signals, 'largest' as const] }
      : one,
  );
}

function learnFrom(
  { list, composer, rows }: Scored,
  sent: readonly string[],
  marked: readonly Element[],
  asking: Ask,
): Learned | null {
  if (composer !== null && contains(list, composer)) return null;
  const heading = findHeading(list, asking);
  const accounts = accountNames(list, marked);
  const learned = learnAdapter({
    list,
    rows: rows.slice(-MOST_LEARNT),
    composer,
    accounts,
    names: [...accounts, ...(heading ? [textOf(heading, '')] : [])],
    sent: rows.filter((row) => sent.some((words) => holdsWords(row, words))),
    asking,
    id: GUESS_ID,
  });
  return 'refused' in learned ? null : learned;
}

function holdsWords(row: Element, words: string): boolean {
  const said = rootsIn(row, 50).length > 0 ? textOf(row, '') : row.textContent;
  return said.replace(/\s+/g, ' ').includes(words.replace(/\s+/g, ' ').trim());
}

/** Elements looked at for the account's name; it stands near the top or not at all. */
const MOST_MARKED = 2_000;
/** Of these, how many between two pauses. */
const STRIDE = 50;

/** What by its name may be the account's menu or picture. */
function* accountMarks(doc: Document): Generator<void, Element[]> {
  const named = '[class], [id], [aria-label], [data-testid], [data-qa], [data-test-id]';
  const marked: Element[] = [];
  for (const [n, element] of ask(doc, named, MOST_MARKED).entries()) {
    if (n % STRIDE === 0) yield;
    if (means(nameIn(element), 'account')) marked.push(element);
  }
  return marked;
}

/** Names that the page gives as the account's own: in its menu, on its picture. */
function accountNames(list: Element, marked: readonly Element[]): string[] {
  const names = new Set<string>();
  for (const element of marked) {
    if (list.contains(element) || element.contains(list)) continue;
    const picture = element.matches('img') ? element : element.querySelector('img');
    for (const text of [
      element.getAttribute('aria-label'),
      picture?.getAttribute('alt'),
      picture?.getAttribute('title'),
      textOf(element, ''),
    ]) {
      const name = text?.split(':').at(-1)?.split('(')[0]?.trim() ?? '';
      if (name !== '' && name.length <= 60) names.add(name);
    }
    if (names.size > 20) break;
  }
  return [...names];
}
