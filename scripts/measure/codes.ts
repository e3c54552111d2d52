import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Code, FAMILIES, type Family } from '@/utils/analysis/codes/code';
import { adviceLikelihood, codeClauses, codeMessage, mainFamily } from '@/utils/analysis/codes/code-message';
import { type CodeModel, parseCodeModel } from '@/utils/analysis/codes/code-model';
import { readEsconv } from './esconv';
import type { Figure, Measure, MeasureContext } from './section';

/** The ESConv strategies in the four families. */
const FAMILY_OF_STRATEGY: Readonly<Record<string, Family>> = {
  Question: 'question',
  'Restatement or Paraphrasing': 'reflection',
  'Reflection of feelings': 'reflection',
  'Providing Suggestions': 'input',
  Information: 'input',
};
const SUGGESTION = 'Providing Suggestions';

interface Utterance {
  text: string;
  strategy: string;
  family: Family;
  /** Whether its dialogue only judges: how a message's clauses are weighed was chosen on the others. */
  judges: boolean;
}

function readSupporters(dataFolder: string): Utterance[] {
  return readEsconv(dataFolder).flatMap(({ judges, utterances }) =>
    utterances
      .filter(({ side }) => side === 'supporter')
      .map(({ text, strategy }) => ({
        text,
        strategy,
        family: FAMILY_OF_STRATEGY[strategy] ?? 'other',
        judges,
      })),
  );
}

function f1Of(label: Family, gold: readonly Family[], given: readonly Family[]): number {
  let right = 0;
  let wrong = 0;
  gold.forEach((g, i) => {
    if (g === label && given[i] === label) right += 1;
    else if (g === label || given[i] === label) wrong += 1;
  });
  return right === 0 ? 0 : (2 * right) / (2 * right + wrong);
}

function macroF1(gold: readonly Family[], given: readonly Family[]): number {
  return FAMILIES.reduce((sum, family) => sum + f1Of(family, gold, given), 0) / FAMILIES.length;
}

/** Precision where recall first reaches the wanted value, going down the scores. */
function precisionAtRecall(scores: readonly number[], positive: readonly boolean[], recall: number): number {
  const order = scores.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const all = positive.filter(Boolean).length;
  let right = 0;
  for (const [rank, i] of order.entries()) {
    if (positive[i]) right += 1;
    if (right >= recall * all) return right / (rank + 1);
  }
  return 0;
}

export function loadCodeModel(root: string): CodeModel {
  return parseCodeModel(new Uint8Array(readFileSync(path.join(root, 'public/models/codes.bin'))));
}

const RECALL = 0.5;
const ADVICE_CODES: ReadonlySet<Code> = new Set(['advice', 'advice-with-permission', 'persuading']);

/** Behaviour codes against the strategies of ESConv (evaluation only; nothing was trained on it). */
export const measureCodes: Measure = (context: MeasureContext) => {
  const rows = readSupporters(context.dataFolder);
  const model = loadCodeModel(context.root);
  const gold = rows.map(({ family }) => family);
  const coded = rows.map(({ text }) => codeClauses(text, model));
  const byRules = rows.map(({ text }) => codeClauses(text));
  const given = coded.map(mainFamily);
  const ruled = byRules.map(mainFamily);
  const data = 'ESConv validation split, supporter turns (4-way)';
  const n = rows.length;
  const majority = macroF1(
    gold,
    gold.map(() => 'other'),
  );
  const marked = rows.map(({ text }): Family => (text.includes('?') ? 'question' : 'other'));
  const figures: Figure[] = [
    {
      name: 'four families, macro-F1',
      data,
      value: macroF1(gold, given),
      n,
      baselineName: 'always other',
      baseline: majority,
      aim: 0.5,
    },
    {
      name: 'four families, macro-F1, rules alone',
      data,
      value: macroF1(gold, ruled),
      n,
      baselineName: 'always other',
      baseline: majority,
    },
    {
      name: 'four families, accuracy',
      data,
      value: gold.filter((g, i) => g === given[i]).length / n,
      n,
      baselineName: 'always other',
      baseline: gold.filter((g) => g === 'other').length / n,
    },
    ...FAMILIES.map((family): Figure => ({
      name: `${family}, F1`,
      data,
      value: f1Of(family, gold, given),
      n,
      baselineName: family === 'question' ? 'has a question mark' : 'rules alone',
      baseline: family === 'question' ? f1Of('question', gold, marked) : f1Of(family, gold, ruled),
      ...(family === 'question' ? { aim: 0.8 } : {}),
    })),
  ];
  const judged = rows.flatMap(({ judges }, i) => (judges ? [i] : []));
  const pick = (families: readonly Family[]) => judged.map((i) => families[i] ?? 'other');
  const half = {
    data: 'of these, the dialogues on which nothing was chosen',
    n: judged.length,
  };
  figures.push(
    {
      ...half,
      name: 'four families, macro-F1',
      value: macroF1(pick(gold), pick(given)),
      baselineName: 'always other',
      baseline: macroF1(
        pick(gold),
        judged.map(() => 'other'),
      ),
      aim: 0.5,
    },
    ...FAMILIES.map((family): Figure => ({
      ...half,
      name: `${family}, F1`,
      value: f1Of(family, pick(gold), pick(given)),
      baselineName: family === 'question' ? 'has a question mark' : 'rules alone',
      baseline: f1Of(family, pick(gold), pick(family === 'question' ? marked : ruled)),
      ...(family === 'question' ? { aim: 0.8 } : {}),
    })),
  );
  const suggests = rows.map(({ strategy }) => strategy === SUGGESTION);
  figures.push({
    name: `suggestions, precision at recall ${String(RECALL)}`,
    data,
    value: precisionAtRecall(coded.map(adviceLikelihood), suggests, RECALL),
    n,
    baselineName: 'rules alone',
    baseline: precisionAtRecall(byRules.map(adviceLikelihood), suggests, RECALL),
    aim: 0.5,
    note: 'share of suggestions among all turns: ' + (suggests.filter(Boolean).length / n).toFixed(3),
  });
  const advised = rows.map(({ text }) =>
    codeMessage(text, {}, model).some(({ code }) => ADVICE_CODES.has(code)),
  );
  const right = suggests.filter((yes, i) => yes && advised[i]).length;
  figures.push(
    { name: 'messages coded as advice, precision', data, value: right / advised.filter(Boolean).length, n },
    { name: 'messages coded as advice, recall', data, value: right / suggests.filter(Boolean).length, n },
  );
  const details = FAMILIES.map((family) => {
    const cells = FAMILIES.map(
      (other) => `${other} ${String(gold.filter((g, i) => g === family && given[i] === other).length)}`,
    );
    return `annotated ${family}, read as: ${cells.join(', ')}`;
  });
  return Promise.resolve({ title: 'Behaviour codes', figures, details });
};
