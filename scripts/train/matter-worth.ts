import { LINES } from '@/utils/suggestions/device/lines';
import { clearest, type Hearing, HEARINGS, mattersIn } from '@/utils/suggestions/device/matters';
import { ANSWERS } from '@/utils/suggestions/device/answers';
import { MOVES } from '@/utils/suggestions/device/moves';
import { CARE } from '@/utils/suggestions/fit/fit';
import { HINT_KINDS, type HintKind } from '@/utils/suggestions/hint';
import type { JudgedTurn } from './hint-verdicts';

/** What a verdict is worth: a wrong hint costs more than a good one brings, as where hints are chosen. */
const WORTH = { good: 1, plain: 0, wrong: -CARE } as const;
/** A line counts as like the others of its kind until readers met it so often. */
const STEADY = 8;

export interface MatterWorth {
  /** Mean worth of a verdict on lines of a kind where a matter was heard like this, -1.5 to 1. */
  kinds: Record<HintKind, Record<Hearing, number>>;
  /** How much more each line was worth than that, by kind and text. */
  lines: ReadonlyMap<string, number>;
}

const rounded = (x: number): number => (Math.round(100 * x) || 0) / 100;

/** What readers' verdicts say of the lines of the bank that are for a matter. */
export function matterWorth(turns: readonly JudgedTurn[]): MatterWorth {
  const bank = new Map(
    LINES.flatMap((line) => (line.fits === undefined ? [] : [[`${line.hint} ${line.text}`, line]])),
  );
  const met = turns.flatMap(({ text, before = null, earlier = [], hints }) => {
    const matters = mattersIn(text, earlier, before);
    return hints.flatMap(([kind, point, verdict, line]) => {
      // Lines for a move that were left out count where lines of their kind are compared: those that stay are the best.
      const heart =
        bank.get(`${kind} ${line}`)?.heart ??
        ([MOVES, ANSWERS].some((names) => names.includes(point)) ? point : '');
      const hearing = clearest(heart, matters);
      return hearing === null ? [] : [{ kind, hearing, line: `${kind} ${line}`, worth: WORTH[verdict] }];
    });
  });
  const mean = (worths: readonly number[], more = 0): number =>
    worths.reduce((sum, worth) => sum + worth, 0) / Math.max(1, worths.length + more);
  const ofKind = (kind: HintKind, hearing: Hearing): number =>
    mean(met.flatMap((one) => (one.kind === kind && one.hearing === hearing ? one.worth : [])));
  const kinds = Object.fromEntries(
    HINT_KINDS.map((kind) => [
      kind,
      Object.fromEntries(HEARINGS.map((hearing) => [hearing, ofKind(kind, hearing)])),
    ]),
  ) as MatterWorth['kinds'];
  const beyond = new Map<string, number[]>();
  for (const { kind, hearing, line, worth } of met)
    beyond.set(line, [...(beyond.get(line) ?? []), worth - kinds[kind][hearing]]);
  for (const kind of HINT_KINDS)
    for (const hearing of HEARINGS) kinds[kind][hearing] = rounded(kinds[kind][hearing]);
  return {
    kinds,
    lines: new Map([...beyond].map(([line, worths]) => [line, rounded(mean(worths, STEADY))])),
  };
}
