import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { CATEGORIES, type Category } from '@/utils/analysis/reading';
import { SIGNALS } from '@/utils/analysis/emotion/signal-names';
import type { AffectLayer } from '@/utils/analysis/emotion/weights';
import { tokenise } from '@/utils/analysis/text/tokenise';
import { type AffectHead, headValue, trainAffect } from './affect-heads';
import { calibrationCurve, coverageCurve, type CoveragePoint, type Outcome } from './calibrate';
import { type ClassExample, classExamples, FOLDS } from './class-examples';
import { predictCategories, trainClasses } from './class-layers';
import { type Column, restore, store } from './column';
import { readChatLines, readSadReadings, readTalkLines } from './corpora';
import { readEmoBank } from './data/emobank';
import { readEkmanMap, readGoEmotions, readLabelNames } from './data/go-emotions';
import { readSad } from './data/sad';
import { readVader } from './data/vader';
import { type LabelColumns, trainLabelColumns } from './label-columns';
import { officialGroups, trainOfficial } from './official-heads';
import { describeTexts, type Rows, withoutShape } from './rows';
import { writeWeights } from './write-weights';

/** Weights left out, beside the root mean square of their column. */
const PRUNE = { labels: 1, valence: 1, arousal: 0.5, intensity: 0.35, classes: 1.5 };
/** Chosen by cross-validation on EmoBank's train and dev splits, and on the part of SAD that is not held out. */
const FITS = {
  usual: [{ penalty: 0.8, rarity: -0.3, freedom: 0.4 }],
  arousal: [
    { penalty: 1.8, rarity: -0.2, freedom: 0.4 },
    { penalty: 1.4, rarity: -0.3, freedom: 0.6 },
  ],
};
/** Where chat lines stand on EmoBank's scale, roughly, and how much they count beside its sentences. */
const CHAT_WEIGHT = 0.3;
/** Of arousal our scale is the rougher guess; of severity, lines without stress tell little. */
const CHAT_AROUSAL_WEIGHT = 0.15;
const CALM_WEIGHT = 0.08;
const CHAT_VALENCE: Record<Category, number> = {
  sadness: -0.3,
  fear: -0.28,
  anger: -0.32,
  disgust: -0.32,
  happiness: 0.32,
  surprise: 0.02,
  neutral: 0.02,
};
const CHAT_AROUSAL: Record<Category, number> = {
  sadness: -0.05,
  fear: 0.16,
  anger: 0.2,
  disgust: 0.1,
  happiness: 0.12,
  surprise: 0.18,
  neutral: -0.1,
};
const TONE_VALENCE = 0.18;
/** Severity of chat lines that hold no stress, on SAD's scale. Lines that do are not rated: they are left out. */
const CALM_SEVERITY: Partial<Record<Category, number>> = { happiness: 0.05, neutral: 0.12, surprise: 0.15 };
/**
 * Where nine in ten feeling lines should end on the scale of -1 to 1. What lies beyond is pressed together by
 * `readAffect`. Sentences differ more in arousal than chat lines do: at 0.75, pressing cost 0.01 of r in
 * cross-validation on EmoBank's train and dev splits; at 0.5 next to nothing.
 */
const REACH = { valence: 0.75, arousal: 0.5 };
/** Readings of a kind that is wrong more often than right say `unclear`. */
const UNCLEAR_BELOW = 0.5;
const MIXED_FROM = 0.6;

const FILE = 'public/models/emotion.bin';

export interface EmotionReport {
  gzipBytes: number;
  officialDev: number;
  coverage: CoveragePoint[];
}

interface Labelled {
  labels: Column[];
  describe(texts: readonly string[]): Rows;
}

/** Centre and gain so that neutral chat is 0 and nine in ten feeling lines stay within `reach`. */
function stretch(head: AffectHead, rows: Rows, neutral: readonly boolean[], reach: number): AffectLayer {
  const values = neutral.map((_, row) => headValue(head, rows, row));
  const calm = values.filter((_, row) => neutral[row]).sort((a, b) => a - b);
  const centre = calm[Math.floor(calm.length / 2)] ?? 0;
  const felt = values.filter((_, row) => !neutral[row]).map((value) => Math.abs(value - centre));
  const ninth = felt.sort((a, b) => a - b)[Math.floor(felt.length * 0.9)] ?? 1;
  return { ...head.layer, centre, gain: reach / ninth };
}

/** Cross-validated outcomes of the class layers: what they say of lines that they did not learn from. */
function crossValidate(
  examples: readonly ClassExample[],
  rows: Rows,
  progress: (line: string) => void,
): Outcome[] {
  const outcomes: Outcome[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const keep = examples.flatMap((example, i) => (example.fold === fold ? [] : [i]));
    const model = trainClasses(examples, rows, keep);
    examples.forEach(({ fold: own, source, right }, row) => {
      if (own !== fold || right.length === 0 || source === 'joined') return;
      const p = predictCategories(model, rows, row);
      let top = 0;
      p.forEach((value, i) => {
        if (value > (p[top] ?? 0)) top = i;
      });
      const category = CATEGORIES[top] ?? 'neutral';
      outcomes.push({ probability: p[top] ?? 0, right: right.includes(category) });
    });
    progress(`  cross-validation ${fold + 1} of ${FOLDS}`);
  }
  return outcomes;
}

/** Trains every part of the emotion engine and writes its weights file. */
export function trainEmotion(
  { dataFolder, root, progress }: { dataFolder: string; root: string; progress(line: string): void },
  givenLabels?: LabelColumns,
): EmotionReport {
  const names = readLabelNames(dataFolder);
  const train = readGoEmotions(dataFolder, 'train');
  const dev = readGoEmotions(dataFolder, 'dev');
  const chat = readChatLines(root);
  // Where they stand on the scales of valence and arousal nobody rated, and guesses cost 0.003 of r.
  const talk = readTalkLines(root);
  const stress = readSad(dataFolder);
  // Settings were chosen by cross-validation on both; the test split is for measuring alone.
  const sentences = [...readEmoBank(dataFolder, 'train'), ...readEmoBank(dataFolder, 'dev')];
  const lexicon = readVader(dataFolder);

  progress('28 emotion labels');
  const labels = givenLabels ?? trainLabelColumns(train, names, progress);
  const storedLabels = labels.columns.map((column) => store(column, labels.texts, PRUNE.labels));
  const own: Labelled = {
    labels: storedLabels.map(restore),
    describe: (texts) => describeTexts(texts, own.labels, lexicon),
  };

  progress('official classes');
  const devRows = withoutShape(own.describe(dev.map(({ text }) => text)));
  const official = trainOfficial(dev, devRows, officialGroups(readEkmanMap(dataFolder), names));
  progress(`  macro-F1 ${official.macroF1.toFixed(4)} by cross-validation on dev`);

  progress('valence, arousal, intensity');
  const chatRows = own.describe(chat.map(({ text }) => text));
  const affectRows = own.describe([...sentences, ...chat].map(({ text }) => text));
  const weightsBeside = (chatWeight: number): Float64Array =>
    Float64Array.from(affectRows.dense, (_, i) => (i < sentences.length ? 1 : chatWeight));
  // How a text is built says something of arousal alone; the other heads lose by it.
  const valence = trainAffect(
    'valence',
    withoutShape(affectRows),
    Float64Array.from([
      ...sentences.map((s) => s.valence),
      ...chat.map(({ reading, tone }) => (tone ? TONE_VALENCE : CHAT_VALENCE[reading])),
    ]),
    weightsBeside(CHAT_WEIGHT),
    { fits: FITS.usual },
  );
  const arousal = trainAffect(
    'arousal',
    affectRows,
    Float64Array.from([
      ...sentences.map((s) => s.arousal),
      ...chat.map(({ reading }) => CHAT_AROUSAL[reading]),
    ]),
    weightsBeside(CHAT_AROUSAL_WEIGHT),
    { fits: FITS.arousal, apartFrom: sentences.length, steps: true },
  );
  const rated = stress
    .filter(({ held }) => !held)
    .map(({ text, severity }) => ({ text, severity, weight: 1 }));
  const calm = chat.flatMap(({ text, reading }) => {
    const severity = CALM_SEVERITY[reading];
    return severity === undefined ? [] : [{ text, severity, weight: CALM_WEIGHT }];
  });
  const severities = [...rated, ...calm];
  const intensity = trainAffect(
    'intensity',
    withoutShape(own.describe(severities.map(({ text }) => text))),
    Float64Array.from(severities, ({ severity }) => severity),
    Float64Array.from(severities, ({ weight }) => weight),
    { fits: FITS.usual },
  );

  progress('categories and tones');
  const examples = classExamples(dev, names, [...chat, ...talk], stress, readSadReadings(root));
  const rows = withoutShape(own.describe(examples.map(({ text }) => text)));
  const outcomes = crossValidate(examples, rows, progress);
  const curve = calibrationCurve(outcomes);
  const coverage = coverageCurve(outcomes, curve, UNCLEAR_BELOW);
  for (const point of coverage) {
    progress(
      `  surest ${(100 * point.coverage).toFixed(0)} %: ${(100 * point.accuracy).toFixed(1)} % right` +
        ` (confidence from ${point.confidence.toFixed(2)})`,
    );
  }
  const classes = trainClasses(examples, rows);

  const counts = new Map<string, number>();
  for (const { text } of [...train, ...sentences, ...stress.filter(({ held }) => !held), ...chat, ...talk]) {
    for (const { kind, form } of tokenise(text)) {
      if (kind === 'word') counts.set(form, (counts.get(form) ?? 0) + 1);
    }
  }
  const known = [...counts].filter(([, count]) => count > 1).map(([form]) => form);

  const neutral = chat.map(({ reading }) => reading === 'neutral');
  const bytes = writeWeights(
    {
      signals: SIGNALS,
      classes: classes.layers,
      affect: {
        valence: stretch(valence, chatRows, neutral, REACH.valence),
        arousal: stretch(arousal, chatRows, neutral, REACH.arousal),
        intensity: { ...intensity.layer, centre: 0, gain: 1 },
      },
      certainty: {
        curve,
        coverage,
        unclearBelow: UNCLEAR_BELOW,
        mixedFrom: MIXED_FROM,
      },
      official: official.heads,
    },
    [
      ...storedLabels,
      store(valence.column, valence.texts, PRUNE.valence),
      store(arousal.column, arousal.texts, PRUNE.arousal),
      store(intensity.column, intensity.texts, PRUNE.intensity),
      ...classes.columns.map((column) => store(column, classes.texts, PRUNE.classes)),
    ],
    lexicon,
    known,
  );
  writeFileSync(path.join(root, FILE), bytes);
  const gzipBytes = gzipSync(bytes, { level: 9 }).length;
  progress(`${FILE}: ${(gzipBytes / 1000).toFixed(0)} kB gzip`);
  return { gzipBytes, officialDev: official.macroF1, coverage };
}
