import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SentimentIntensityAnalyzer } from 'vader-sentiment';
import { createEmotionReader } from '@/utils/analysis/emotion/reader';
import { parseWeights } from '@/utils/analysis/emotion/weights';
import type { BenchRow } from './row';

const MESSAGE = 'nobody ever listens to me at home and i dont know what to do any more ok';
const FILE = path.join(import.meta.dirname, '../../public/models/emotion.bin');
const ROUNDS = 7;

const vader = (text: string): void => {
  SentimentIntensityAnalyzer.polarity_scores(text);
};

/** Median time of one call in microseconds, over rounds of `calls` calls after one round of warming up. */
function time(run: () => void, calls: number): number {
  const rounds: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const start = performance.now();
    for (let i = 0; i < calls; i += 1) run();
    if (round > 0) rounds.push(((performance.now() - start) * 1000) / calls);
  }
  return rounds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

const row = (name: string, unit: string, ours: number, baselineName: string, baseline: number): BenchRow => ({
  name,
  unit,
  ours,
  baselineName,
  baseline,
  ratio: ours / baseline,
});

/** Speed of a reading, of loading the weights, and how the cost grows with the text. */
export function bench(): Promise<BenchRow[]> {
  const file = new Uint8Array(readFileSync(FILE));
  const reader = createEmotionReader(parseWeights(file.buffer));
  const read = (text: string) => () => void reader.read(text, { language: 'covered' });
  const message = MESSAGE.slice(0, 70);
  const short = time(read(message), 3000);
  const long = `${MESSAGE}. `.repeat(Math.ceil(100_000 / (MESSAGE.length + 2))).slice(0, 100_000);
  const tenth = long.slice(0, 10_000);
  const perKilobyte = time(read(tenth), 20) / 10;
  const perKilobyteLong = time(read(long), 2) / 100;
  const load = time(() => void parseWeights(file.buffer), 3) / 1000;
  const lexicon = time(() => void JSON.parse(JSON.stringify(MESSAGE.repeat(5000))), 3) / 1000;
  return Promise.resolve([
    row(
      'a reading: seven categories, tones, valence, arousal, intensity, evidence; 70 letters',
      'µs',
      short,
      'vader-sentiment, valence alone',
      time(() => vader(message), 1000),
    ),
    row('one kB of a text of 100 kB', 'µs', perKilobyteLong, 'one kB of a text of 10 kB', perKilobyte),
    row('loading the weights', 'ms', load, 'parsing 350 kB of JSON', lexicon),
  ]);
}
