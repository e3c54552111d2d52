import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { ensureChromium } from '../setup/ensure.mjs';
import { bundle } from './bundle';
import { type EmotionTimes, timeEmotion } from './emotion-times';
import type { BenchRow } from './row';

/** What one reading asks: the categories, valence, arousal, intensity. */
const HEADS = 4;

const model = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../../public/models/${name}`, import.meta.url))));

/** Speed of a reading and of behaviour codes, of loading, and how the cost grows: in Node and in Chromium's worker. */
export async function bench(): Promise<BenchRow[]> {
  const emotion = model('emotion.bin');
  const codes = model('codes.bin');
  return [
    ...rows('Node', timeEmotion(emotion.buffer, codes.buffer)),
    ...rows("Chromium's worker", await inWorker(emotion, codes)),
  ];
}

function rows(where: string, times: EmotionTimes): BenchRow[] {
  const row = (
    name: string,
    unit: string,
    ours: number,
    baselineName: string,
    baseline: number,
  ): BenchRow => ({
    name: `${name}, ${where}`,
    unit,
    ours,
    baselineName,
    baseline,
    ratio: ours / baseline,
  });
  const message = 'message of 70 characters';
  return [
    row(`reading with its evidence, ${message}`, 'µs', times.reading, 'vader-sentiment', times.vader),
    row(`each of its ${String(HEADS)} heads, ${message}`, 'µs', times.reading / HEADS, 'aim', 50),
    row(`behaviour codes, ${message}`, 'µs', times.codes, 'vader-sentiment', times.vader),
    row(`behaviour codes, ${message}`, 'µs', times.codes, 'aim', 50),
    row('loading the weights of the readings', 'ms', times.load, 'aim', 30),
    row('1,000 characters of a text of 100,000', 'µs', times.whole, 'of a text of 10,000', times.tenth),
  ];
}

async function inWorker(emotion: Uint8Array, codes: Uint8Array): Promise<EmotionTimes> {
  const script = await bundle('scripts/bench/emotion-worker.ts');
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    return await page.evaluate(
      async (given) => {
        const [emotionBytes, codeBytes] = given.models.map(
          (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer,
        );
        const url = URL.createObjectURL(new Blob([given.script], { type: 'text/javascript' }));
        const worker = new Worker(url);
        const answer = new Promise<EmotionTimes>((resolve, reject) => {
          worker.onmessage = ({ data }: MessageEvent<EmotionTimes>) => {
            resolve(data);
          };
          worker.onerror = ({ message }) => {
            reject(new Error(message));
          };
        });
        worker.postMessage({ emotion: emotionBytes, codes: codeBytes });
        return answer;
      },
      { script, models: [emotion, codes].map((bytes) => Buffer.from(bytes).toString('base64')) },
    );
  } finally {
    await browser.close();
  }
}
