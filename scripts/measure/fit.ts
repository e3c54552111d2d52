import path from 'node:path';
import { loadModels } from '@/scripts/models/load-models';
import { type JudgedTurn, parseVerdicts } from '@/scripts/train/hint-verdicts';
import type { Fit, FitReader } from '@/utils/suggestions/fit/fit';
import type { Figure, Measure } from './section';

/** The turns that judge: none is learnt from. Each hint stands there once for each of its two readers. */
export const readJudgedHints = (root: string): JudgedTurn[] =>
  parseVerdicts(path.join(root, 'tests/corpora/hints/fit-judged.jsonl'));

interface Judged {
  kind: string;
  verdict: keyof Fit;
  fit: Fit;
}

const judge = (read: FitReader, { text, hints }: JudgedTurn): Judged[] => {
  const fitOf = read(text);
  return hints.map(([kind, point, verdict, line, said]) => ({
    kind,
    verdict,
    fit: fitOf({ kind, point, line, text: said ?? line }),
  }));
};

const worth = ({ good, wrong }: Fit): number => good - wrong;

/** Of a good and a wrong hint of one kind for one turn: how often the good one comes first, and of how many pairs. */
export function goodBeforeWrong(
  read: FitReader,
  turns: readonly JudgedTurn[],
): { share: number; pairs: number } {
  let first = 0;
  let pairs = 0;
  for (const turn of turns) {
    const judged = judge(read, turn);
    for (const good of judged.filter(({ verdict }) => verdict === 'good'))
      for (const wrong of judged.filter(({ verdict, kind }) => verdict === 'wrong' && kind === good.kind)) {
        pairs += 1;
        if (worth(good.fit) > worth(wrong.fit)) first += 1;
      }
  }
  return { share: first / pairs, pairs };
}

/** Shares of verdicts on the hint that fits best of those judged for each turn and kind, and on all of them. */
function firstChoice(read: FitReader, turns: readonly JudgedTurn[]): { best: Judged[]; all: Judged[] } {
  const all = turns.map((turn) => judge(read, turn));
  const best = all.flatMap((judged) =>
    [...new Set(judged.map(({ kind }) => kind))].flatMap((kind) => {
      const same = judged.filter((one) => one.kind === kind);
      const most = Math.max(...same.map(({ fit }) => worth(fit)));
      return same.filter(({ fit }) => worth(fit) === most);
    }),
  );
  return { best, all: all.flat() };
}

/** What readers said of hints that the reader of fit would put first, beside all that were judged. */
export const measureFit: Measure = ({ root, progress }) => {
  progress('fit: judged hints');
  const { fit } = loadModels().hintModels;
  if (fit === null) throw new Error('There are no weights for fit.');
  const turns = readJudgedHints(root);
  const { best, all } = firstChoice(fit, turns);
  const share = (judged: readonly Judged[], verdict: keyof Fit) =>
    judged.filter((one) => one.verdict === verdict).length / judged.length;
  const data = 'hints for talks by authors not learnt from, two readers each';
  const { share: before, pairs } = goodBeforeWrong(fit, turns);
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
