import { CATEGORIES } from '@/utils/analysis/reading';
import { createEmotionReader } from '@/utils/analysis/emotion/reader';
import { applyLayer, createScorer, sigmoid } from '@/utils/analysis/emotion/scores';
import { tokenise } from '@/utils/analysis/text/tokenise';
import { ownCategories } from '@/scripts/train/class-examples';
import { readEkmanMap, readGoEmotions, readLabelNames } from '@/scripts/train/data/go-emotions';
import { officialGroups } from '@/scripts/train/official-heads';
import { calibrationError, coverageTable, likeliest } from './coverage';
import { loadEmotionWeights } from './load-emotion';
import type { Figure, Measure } from './section';
import { f1, macroF1, majority } from './statistics';

const DATA = 'GoEmotions test';

/** Categories on the official GoEmotions test split: with the official map, and with our own. */
export const measureEmotion: Measure = ({ dataFolder, root, progress }) => {
  progress('emotion: GoEmotions test');
  const weights = loadEmotionWeights(root);
  const names = readLabelNames(dataFolder);
  const comments = readGoEmotions(dataFolder, 'test');
  const n = comments.length;

  const score = createScorer(weights);
  const answers = comments.map(({ text }) => {
    const scores = score(tokenise(text));
    return weights.official.map((head) => sigmoid(applyLayer(head, scores)) >= head.threshold);
  });
  const groups = officialGroups(readEkmanMap(dataFolder), names);
  const official = groups.map(({ name, labels }, i) => {
    const gold = comments.map((comment) => comment.labels.some((label) => labels.includes(label)));
    const given = answers.map((answer) => answer[i] ?? false);
    const always = gold.map(() => true);
    return { name, f1: f1(gold, given), always: f1(gold, always) };
  });
  const mean = (pick: (o: (typeof official)[number]) => number): number =>
    official.reduce((sum, o) => sum + pick(o), 0) / official.length;

  const reader = createEmotionReader(weights);
  const single = comments
    .map(({ text, labels }) => ({ text, own: ownCategories(labels, names) }))
    .flatMap(({ text, own }) => (own.length === 1 ? [{ text, gold: own[0] ?? 'neutral' }] : []));
  const readings = single.map(({ text }) => reader.read(text, { language: 'covered' }));
  const gold = single.map((row) => row.gold);
  const given = readings.map(likeliest);
  const usual = majority(gold) ?? 'neutral';
  const judged = readings.map(({ confidence }, i) => ({ confidence, right: given[i] === gold[i] }));
  const claimed = readings.flatMap(({ label }, i) =>
    label === 'unclear' || label === 'mixed' ? [] : [label === gold[i]],
  );

  const figures: Figure[] = [
    {
      name: 'official map, six and neutral, macro-F1',
      data: DATA,
      value: mean((o) => o.f1),
      n,
      baselineName: 'every label on',
      baseline: mean((o) => o.always),
      aim: 0.6,
    },
    ...official.map((o): Figure => ({
      name: `official ${o.name}, F1`,
      data: DATA,
      value: o.f1,
      n,
      baselineName: 'always on',
      baseline: o.always,
    })),
    {
      name: 'our map, seven, macro-F1',
      data: `${DATA}, one category`,
      value: macroF1(CATEGORIES, gold, given),
      n: single.length,
      baselineName: `always ${usual}`,
      baseline: macroF1(
        CATEGORIES,
        gold,
        gold.map(() => usual),
      ),
    },
    {
      name: 'our map, seven, accuracy',
      data: `${DATA}, one category`,
      value: gold.filter((name, i) => name === given[i]).length / gold.length,
      n: single.length,
      baselineName: `always ${usual}`,
      baseline: gold.filter((name) => name === usual).length / gold.length,
    },
    {
      name: 'our map, accuracy where one category is claimed',
      data: `${DATA}, one category`,
      value: claimed.filter(Boolean).length / claimed.length,
      n: claimed.length,
      note: `claims one category for ${((100 * claimed.length) / single.length).toFixed(0)} % of them`,
    },
    {
      name: 'confidence and accuracy apart (calibration error, ten bins)',
      data: `${DATA}, one category`,
      value: calibrationError(judged),
      n: judged.length,
      better: 'less',
    },
  ];
  const coverage = coverageTable(`${DATA}, one category by our map`, judged);
  return Promise.resolve({ title: 'Emotion categories', figures, coverage });
};
