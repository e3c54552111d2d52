import { SentimentIntensityAnalyzer } from 'vader-sentiment';
import { codeMessage } from '@/utils/analysis/codes/code-message';
import { parseCodeModel } from '@/utils/analysis/codes/code-model';
import { createEmotionReader } from '@/utils/analysis/emotion/reader';
import { parseWeights } from '@/utils/analysis/emotion/weights';

/** Median times: of a message in microseconds, of loading in milliseconds. */
export interface EmotionTimes {
  reading: number;
  codes: number;
  vader: number;
  load: number;
  /** Microseconds for each 1,000 characters of a text of 10,000, and of one of 100,000. */
  tenth: number;
  whole: number;
}

/** Messages of 70 characters; several, so that no run is about one text alone. */
const MESSAGES = [
  'nobody ever listens to me at home and i dont know what to do any more ',
  'my exam is on friday and i feel sick whenever i think about it, sorry ',
  'he said he would call back and then he just did not, I am so angry!!! ',
  'thank you so much for being here tonight, it really helped me a lot xx',
  'I moved here three years ago with my sister and we share a small flat ',
].map((text) => text.slice(0, 70));
const ROUNDS = 7;

/** Median over rounds of microseconds for one call, after a round of warming up. */
function time(run: (call: number) => void, calls: number): number {
  const rounds: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const start = performance.now();
    for (let call = 0; call < calls; call += 1) run(call);
    if (round > 0) rounds.push(((performance.now() - start) * 1000) / calls);
  }
  return rounds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

const message = (call: number): string => MESSAGES[call % MESSAGES.length] ?? '';

/** Times the readings and the behaviour codes beside vader-sentiment; runs in Node and in a worker. */
export function timeEmotion(emotion: ArrayBuffer, codes: ArrayBuffer): EmotionTimes {
  const reader = createEmotionReader(parseWeights(emotion));
  const model = parseCodeModel(new Uint8Array(codes));
  const long = MESSAGES.join('. ').repeat(300).slice(0, 100_000);
  const read = (text: string) => () => {
    reader.read(text, { language: 'covered' });
  };
  return {
    reading: time((call) => {
      reader.read(message(call), { language: 'covered' });
    }, 2_000),
    codes: time((call) => {
      codeMessage(message(call), {}, model);
    }, 2_000),
    vader: time((call) => {
      SentimentIntensityAnalyzer.polarity_scores(message(call));
    }, 1_000),
    load:
      time(() => {
        parseWeights(emotion);
      }, 2) / 1_000,
    tenth: time(read(long.slice(0, 10_000)), 10) / 10,
    whole: time(read(long), 1) / 100,
  };
}
