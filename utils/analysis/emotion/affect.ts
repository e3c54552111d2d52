import { applyLayer, type Scores } from './scores';
import { AFFECTS, LABELS, type Step, type Weights } from './weights';

const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));

function takeSteps(steps: readonly Step[], { strengths, signals }: Scores): number {
  let sum = 0;
  for (const [input, from, added] of steps) {
    const value = input < LABELS ? strengths[input] : signals.values[input - LABELS];
    if ((value ?? 0) > from) sum += added;
  }
  return sum;
}

/** A layer's output with its steps and the n-gram column of the same name, before stretching. */
export function rawAffect(weights: Weights, scores: Scores, name: (typeof AFFECTS)[number]): number {
  const layer = weights.affect[name];
  const column = scores.columns[LABELS + AFFECTS.indexOf(name)] ?? 0;
  return applyLayer(layer, scores) + takeSteps(layer.steps, scores) + column;
}

/** Values up to this size stay as they are; beyond it they are pressed together, in the same order. */
const BEND = 0.6;

/** Bends what lies beyond `BEND` so that nothing leaves (-1, 1). A curve all along would blur the middle. */
function bend(x: number): number {
  const size = Math.abs(x);
  if (size <= BEND) return x;
  return Math.sign(x) * (BEND + (1 - BEND) * Math.tanh((size - BEND) / (1 - BEND)));
}

/** Valence and arousal in [-1, 1], intensity in [0, 1]. Stretched, in the same order, so that chat uses the range. */
export function readAffect(
  weights: Weights,
  scores: Scores,
): { valence: number; arousal: number; intensity: number } {
  const signed = (name: 'valence' | 'arousal'): number => {
    const { centre, gain } = weights.affect[name];
    return clamp(bend((rawAffect(weights, scores, name) - centre) * gain), -1, 1);
  };
  const { centre, gain } = weights.affect.intensity;
  return {
    valence: signed('valence'),
    arousal: signed('arousal'),
    intensity: clamp((rawAffect(weights, scores, 'intensity') - centre) * gain, 0, 1),
  };
}
