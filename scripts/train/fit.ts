import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeModelFile } from '@/utils/analysis/model-file';
import type { ThemeReader } from '@/utils/analysis/themes/theme';
import { createThemeReader, parseThemeModel } from '@/utils/analysis/themes/theme-model';
import { toldOf } from '@/utils/suggestions/device/told';
import { VERDICTS } from '@/utils/suggestions/fit/fit';
import { hintMarksOf, lineMarkOf, turnMarksOf, wordsOf } from '@/utils/suggestions/fit/fit-features';
import { FIT_MODEL, MOST_STEPS, packSteps } from '@/utils/suggestions/fit/fit-model';
import { type FitExample, type FitNet, type FitSettings, trainFitNet } from './fit-net';
import { isInBank, type JudgedTurn, offeredOf, readChosenVerdicts, readVerdicts } from './hint-verdicts';
import { createRandom } from './random';

const FILE = 'public/models/fit.bin';
const THEMES_FILE = 'public/models/themes.bin';
const SETTINGS: FitSettings = {
  size: 24,
  hidden: 32,
  dropout: 0.2,
  rate: 3e-3,
  decay: 3e-4,
  passes: 5,
  batch: 64,
  mean: 0.999,
  weights: [1, 0.7, 1],
};
/** Of four orders of learning, tried on sixty talks, the one with which readers found fewest hints wrong; not tried anew since. */
const SEED = 2;
/** Rarer words and marks have no row of their own. */
const FEWEST = { words: 60, marks: 30 };
/** How often it learns from what it would choose itself: a wrong hint that is put first does harm, one far behind none. */
const TIMES = 4;
/** One step of a stored number, in root mean squares of its table. */
const STEP = 1.1;

export interface FitReport {
  verdicts: number;
  gzipBytes: number;
}

/** Turns verdicts into examples by the rows of words and marks. */
function prepare(
  turns: readonly JudgedTurn[],
  themesOf: ThemeReader | null,
): { keys: string[]; examples: FitExample[] } {
  const words = new Map<string, number>();
  const marks = new Map<string, number>();
  const count = (counts: Map<string, number>, names: Iterable<string>): void => {
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  const read = (judged: JudgedTurn) => {
    const turn = wordsOf(judged.text);
    const told = toldOf(judged.text, judged.before ?? null, themesOf);
    return {
      turn,
      turnMarks: turnMarksOf(told, turn),
      hints: judged.hints.map((hint) => {
        const offered = offeredOf(hint);
        const marks = hintMarksOf(offered, told, turn);
        return {
          words: wordsOf(offered.text),
          // Of a line that the bank no longer has its words still teach; a row of its own would never be read.
          marks: isInBank(hint) ? marks : marks.filter((mark) => mark !== lineMarkOf(offered)),
          verdict: VERDICTS.indexOf(hint[2]),
        };
      }),
    };
  };
  // A turn that stands there several times is read and counted once.
  const once = new Map([...new Set(turns)].map((judged) => [judged, read(judged)]));
  for (const { turn, turnMarks, hints } of once.values()) {
    count(words, new Set(turn));
    count(marks, turnMarks);
    for (const hint of hints) {
      count(words, new Set(hint.words));
      count(marks, hint.marks);
    }
  }
  const often = (counts: Map<string, number>, fewest: number): string[] =>
    [...counts].flatMap(([name, n]) => (n >= fewest ? [name] : []));
  const keys = [...often(words, FEWEST.words), ...often(marks, FEWEST.marks)].sort();
  const rowOf = new Map(keys.map((key, i) => [key, i]));
  const rows = (names: readonly string[]): number[] => names.flatMap((name) => rowOf.get(name) ?? []);
  const examplesOf = new Map(
    [...once].map(([judged, { turn, turnMarks, hints }]) => {
      const told = { turn: rows(turn), turnMarks: rows(turnMarks) };
      const examples = hints.map((hint): FitExample => ({
        ...told,
        words: rows(hint.words),
        marks: rows(hint.marks),
        verdict: hint.verdict,
      }));
      return [judged, examples];
    }),
  );
  return { keys, examples: turns.flatMap((judged) => examplesOf.get(judged) ?? []) };
}

const short = (x: number): number => Number(x.toPrecision(5));

/**
 * Numbers as steps, and what one step stands for: about as much as the numbers of the table mostly are. The few that are
 * far out are pulled in. Where steps reach the farthest number instead, four from zero, the file is as large and reads
 * worse.
 */
function toSteps(values: Float64Array): { step: number; steps: Int8Array } {
  const step = short(
    STEP * Math.sqrt(values.reduce((sum, x) => sum + x * x, 1e-18) / Math.max(1, values.length)),
  );
  return {
    step,
    steps: Int8Array.from(values, (x) => Math.max(-MOST_STEPS, Math.min(MOST_STEPS, Math.round(x / step)))),
  };
}

function toFile(
  { values, first, firstBias, second, secondBias }: FitNet,
  keys: string[],
): Uint8Array<ArrayBuffer> {
  const rows = toSteps(values.subarray(0, first));
  const one = toSteps(values.subarray(first, firstBias));
  const two = toSteps(values.subarray(second, secondBias));
  const header = {
    keys,
    size: SETTINGS.size,
    hidden: SETTINGS.hidden,
    steps: { rows: rows.step, first: one.step, second: two.step },
    firstBias: Array.from(values.subarray(firstBias, second), short),
    secondBias: Array.from(values.subarray(secondBias), short),
  };
  const numbers = new Int8Array([...rows.steps, ...one.steps, ...two.steps]);
  return writeModelFile(FIT_MODEL, header, packSteps(numbers));
}

/** What is learnt from these verdicts, as the bytes of a model file. From a turn that stands there twice it learns twice. */
export function fitModelFrom(
  turns: readonly JudgedTurn[],
  themesOf: ThemeReader | null,
  progress?: (pass: number) => void,
): Uint8Array<ArrayBuffer> {
  const { keys, examples } = prepare(turns, themesOf);
  return toFile(trainFitNet(examples, keys.length, SETTINGS, createRandom(SEED), progress), keys);
}

/** Throws where there are no weights of themes: fit learns what a turn is about from them. */
const readThemes = (root: string): ThemeReader =>
  createThemeReader(parseThemeModel(new Uint8Array(readFileSync(path.join(root, THEMES_FILE)))));

/** Trains the reader of fit from readers' verdicts and writes `public/models/fit.bin`. */
export function trainFit({ root, progress }: { root: string; progress(line: string): void }): FitReport {
  const chosen = readChosenVerdicts(root);
  const turns = [...readVerdicts(root), ...Array.from({ length: TIMES }, () => chosen).flat()];
  const bytes = fitModelFrom(turns, readThemes(root), (pass) => {
    progress(`fit: pass ${String(pass)} of ${String(SETTINGS.passes)}`);
  });
  writeFileSync(path.join(root, FILE), bytes);
  return {
    verdicts: [...new Set(turns)].reduce((sum, { hints }) => sum + hints.length, 0),
    gzipBytes: gzipSync(bytes, { level: 9 }).length,
  };
}
