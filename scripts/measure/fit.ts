import path from 'node:path';
import { loadModels } from '@/scripts/models/load-models';
import { type JudgedTurn, offeredOf, parseVerdicts } from '@/scripts/train/hint-verdicts';
import type { HintModels } from '@/utils/suggestions/device/hint-models';
import { toldOf } from '@/utils/suggestions/device/told';
import { type Fit, worthOf } from '@/utils/suggestions/fit/fit';
import type { Figure, Measure } from './section';

/** The turns that judge: none is learnt from. Each hint stands there once for each of its two readers. */
export const readJudgedHints = (root: string): JudgedTurn[] =>
  parseVerdicts(path.join(root, 'tests/corpora/hints/fit-judged.jsonl'));

interface Judged {
  kind: string;
  verdict: keyof Fit;
  fit: Fit;
}

const judge = ({ fit, themes }: HintModels, turn: JudgedTurn): Judged[] => {
  if (fit === null) throw new Error('There are no weights for fit.');
  const fitOf = fit(toldOf(turn.text, turn.before ?? null, themes));
  return turn.hints.map((hint) => ({ kind: hint[0], verdict: hint[2], fit: fitOf(offeredOf(hint)) }));
};

/** Of a good and a wrong hint of one kind for one turn: how often the good one comes first, and of how many pairs. */
export function goodBeforeWrong(
  models: HintModels,
  turns: readonly JudgedTurn[],
): { share: number; pairs: number } {
  let first = 0;
  let pairs = 0;
  for (const turn of turns) {
    const judged = judge(models, turn);
    for (const good of judged.filter(({ verdict }) => verdict === 'good'))
      for (const wrong of judged.filter(({ verdict, kind }) => verdict === 'wrong' && kind === good.kind)) {
        pairs += 1;
        if (worthOf(good.fit) > worthOf(wrong.fit)) first += 1;
      }
  }
  return { share: first / pairs, pairs };
}

/** Shares of verdicts on the hint that fits best of those judged for each turn and kind, and on all of them. */
function firstChoice(models: HintModels, turns: readonly JudgedTurn[]): { best: Judged[]; all: Judged[] } {
  const all = turns.map((turn) => judge(models, turn));
  const best = all.flatMap((judged) =>
    [...new Set(judged.map(({ kind }) => kind))].flatMap((kind) => {
      const same = judged.filter((one) => one.kind === kind);
      const most = Math.max(...same.map(({ fit }) => worthOf(fit)));
      return same.filter(({ fit }) => worthOf(fit) === most);
    }),
  );
  return { best, all: all.flat() };
}

/** What readers said of hints that the reader of fit would put first, beside all that were judged. */
export const measureFit: Measure = ({ root, progress }) => {
  progress('fit: judged hints');
  const models = loadModels().hintModels;
  const turns = readJudgedHints(root);
  const { best, all } = firstChoice(models, turns);
  const share = (judged: readonly Judged[], verdict: keyof Fit) =>
    judged.filter((one) => one.verdict === verdict).length / judged.length;
  const data = 'hints for talks by authors not learnt from, two readers each';
  const { share: before, pairs } = goodBeforeWrong(models, turns);
  const figures: Figure[] = [
    {
      name: 'a good hint is put before a wrong one for the same turn',
      data,
      value: before,
      n: pairs,
      baselineName: 'by chance',
      baseline: 0.5,
    },
    ...(['good', 'wrong'] as const).map((verdict) => ({
      name: `what is put first is called ${verdict}`,
      data,
      value: share(best, verdict),
      n: best.length,
      baselineName: 'all that were judged',
      baseline: share(all, verdict),
    })),
  ];
  return Promise.resolve({ title: 'Fit of hints', figures });
};
