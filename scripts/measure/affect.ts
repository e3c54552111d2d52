import { SentimentIntensityAnalyzer } from 'vader-sentiment';
import wink from 'wink-sentiment';
import { createEmotionReader } from '@/utils/analysis/emotion/reader';
import { readEmoBank } from '@/scripts/train/data/emobank';
import { readSad } from '@/scripts/train/data/sad';
import { loadEmotionWeights } from './load-emotion';
import type { Figure, Measure } from './section';
import { pearson } from './statistics';

const vader = (text: string): number => SentimentIntensityAnalyzer.polarity_scores(text).compound;
const winked = (text: string): number => wink(text).normalizedScore;

/** Valence and arousal on EmoBank's test split, stress severity on the held-out part of SAD. */
export const measureAffect: Measure = ({ dataFolder, root, progress }) => {
  progress('affect: EmoBank test, SAD held out');
  const reader = createEmotionReader(loadEmotionWeights(root));
  const sentences = readEmoBank(dataFolder, 'test');
  const readings = sentences.map(({ text }) => reader.read(text, { language: 'covered' }));
  const stress = readSad(dataFolder).filter(({ held }) => held);
  const severities = stress.map(({ severity }) => severity);
  const intensities = stress.map(({ text }) => reader.read(text, { language: 'covered' }).intensity);

  const beside = (
    name: string,
    data: string,
    gold: readonly number[],
    value: number,
    aim: number,
    proxies: readonly (readonly [string, readonly number[]])[],
  ): Figure[] =>
    proxies.map(([baselineName, given]) => ({
      name,
      data,
      value,
      n: gold.length,
      baselineName,
      baseline: pearson(gold, given),
      aim,
    }));

  const valences = sentences.map((s) => s.valence);
  const arousals = sentences.map((s) => s.arousal);
  const texts = sentences.map((s) => s.text);
  const compounds = texts.map(vader);
  const winks = texts.map(winked);
  const emobank = 'EmoBank test';
  const sad = 'SAD, 15 % held out by id';
  return Promise.resolve({
    title: 'Valence, arousal, intensity',
    figures: [
      ...beside(
        'valence, r',
        emobank,
        valences,
        pearson(
          valences,
          readings.map((r) => r.valence),
        ),
        0.62,
        [
          ['vader-sentiment', compounds],
          ['wink-sentiment', winks],
        ],
      ),
      ...beside(
        'arousal, r',
        emobank,
        arousals,
        pearson(
          arousals,
          readings.map((r) => r.arousal),
        ),
        0.49,
        [
          ['size of vader-sentiment', compounds.map(Math.abs)],
          ['size of wink-sentiment', winks.map(Math.abs)],
        ],
      ),
      ...beside(
        'intensity against stress severity, r',
        sad,
        severities,
        pearson(severities, intensities),
        0.57,
        [
          ['vader-sentiment, turned round', stress.map(({ text }) => -vader(text))],
          ['wink-sentiment, turned round', stress.map(({ text }) => -winked(text))],
        ],
      ),
    ],
  });
};
