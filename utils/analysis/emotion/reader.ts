import { CATEGORIES, toneSchema } from '../reading';
import type { Category, Evidence, Reading, Tone } from '../reading';
import { tokenise } from '../text/tokenise';
import { createFeatureReader, WHOLE_TEXT } from './features';
import ownMap from './own-map.json';
import { VALUE_OF_BYTE } from './weights';
import type { Weights } from './weights';

const MOST_EVIDENCE = 6;

/** Reads one message at a time. Pure: the same text gives the same reading. */
export interface EmotionReader {
  /** `language: 'other'` says that the text is in a language which the engine does not cover. */
  read(text: string, options?: { language?: 'covered' | 'other' }): Reading;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));

function unclear(reason: Reading['reason'] & string): Reading {
  const emotions = Object.fromEntries(CATEGORIES.map((c) => [c, c === 'neutral' ? 1 : 0])) as Record<
    Category,
    number
  >;
  return {
    label: 'unclear',
    emotions,
    valence: 0,
    arousal: 0,
    intensity: 0,
    confidence: 0,
    evidence: [],
    reason,
  };
}

/** Makes a reader from parsed weights. */
export function createEmotionReader(weights: Weights): EmotionReader {
  const readFeatures = createFeatureReader();
  const width = weights.columns.length;
  const labels = width - 3;
  const groups = CATEGORIES.map((c) => ownMap.categories[c].map((name) => weights.columns.indexOf(name)));
  const sums = new Float64Array(width);

  return {
    read(text, options = {}) {
      const tokens = tokenise(text);
      if (!tokens.some((token) => token.kind !== 'punctuation')) return unclear('empty');
      if (options.language === 'other') return unclear('language');
      const features = readFeatures(tokens);
      sums.fill(0);
      for (let i = 0; i < features.length; i += 1) {
        const row = (features.buckets[i] ?? 0) * width;
        const value = features.values[i] ?? 0;
        for (let c = 0; c < width; c += 1) {
          sums[c] = (sums[c] ?? 0) + value * (VALUE_OF_BYTE[(weights.table[row + c] ?? 0) + 128] ?? 0);
        }
      }
      const logits = Array.from(sums, (sum, c) => sum * (weights.scales[c] ?? 0) + (weights.biases[c] ?? 0));
      const raw = groups.map(
        (group) => 1 - group.reduce((none, c) => none * (1 - sigmoid(logits[c] ?? 0)), 1),
      );
      const total = raw.reduce((a, b) => a + b, 0);
      const shares = raw.map((p) => p / total);
      let top = 0;
      shares.forEach((p, i) => {
        if (p > (shares[top] ?? 0)) top = i;
      });
      const affect = (layer: Weights['valence'], own: number): number =>
        (logits[own] ?? 0) + layer.bias + layer.weights.reduce((s, w, c) => s + w * (logits[c] ?? 0), 0);
      const tones = ownMap.tones
        .map((name) => [name, logits[weights.columns.indexOf(name)] ?? -9] as const)
        .sort((a, b) => b[1] - a[1]);
      const tone = tones[0] && tones[0][1] > 0 ? (tones[0][0] as Tone) : undefined;
      const perToken = new Float64Array(tokens.length);
      for (const c of groups[top] ?? []) {
        const share = sigmoid(logits[c] ?? 0) * (weights.scales[c] ?? 0);
        for (let i = 0; i < features.length; i += 1) {
          const owner = features.owners[i] ?? WHOLE_TEXT;
          if (owner < 0) continue;
          const byte = weights.table[(features.buckets[i] ?? 0) * width + c] ?? 0;
          perToken[owner] =
            (perToken[owner] ?? 0) + share * (features.values[i] ?? 0) * (VALUE_OF_BYTE[byte + 128] ?? 0);
        }
      }
      const most = perToken.reduce((m, x) => Math.max(m, Math.abs(x)), 1e-9);
      const evidence: Evidence[] = tokens
        .map((token, i) => ({
          start: token.start,
          end: token.end,
          text: text.slice(token.start, token.end),
          weight: clamp((perToken[i] ?? 0) / most, -1, 1),
        }))
        .filter((e) => Math.abs(e.weight) > 0.2)
        .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
        .slice(0, MOST_EVIDENCE)
        .sort((a, b) => a.start - b.start);
      const label = CATEGORIES[top] ?? 'neutral';
      return {
        label,
        emotions: Object.fromEntries(CATEGORIES.map((c, i) => [c, shares[i] ?? 0])) as Record<
          Category,
          number
        >,
        valence: clamp(affect(weights.valence, labels), -1, 1),
        arousal: clamp(affect(weights.arousal, labels + 1), -1, 1),
        intensity: clamp(affect(weights.intensity, labels + 2), 0, 1),
        confidence: clamp(shares[top] ?? 0, 0, 1),
        evidence,
        ...(tone && label === 'neutral' && toneSchema.safeParse(tone).success && { tone }),
      };
    },
  };
}
