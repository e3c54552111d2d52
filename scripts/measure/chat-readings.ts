import { CATEGORIES, type Category, type Reading } from '@/utils/analysis/reading';
import { createEmotionReader, type EmotionReader } from '@/utils/analysis/emotion/reader';
import { applyLayer, createScorer } from '@/utils/analysis/emotion/scores';
import { readMessage } from '@/utils/analysis/read-message';
import { tokenise } from '@/utils/analysis/text/tokenise';
import {
  type JudgedLine,
  readAcceptedLines,
  readHeldSadReadings,
  readJudgedLines,
} from '@/scripts/train/corpora';
import { readSad } from '@/scripts/train/data/sad';
import { calibrationError, coverageTable, type Judged, likeliest } from './coverage';
import { readEsconv } from './esconv';
import { loadEmotionWeights } from './load-emotion';
import type { Figure, Measure } from './section';
import { f1, majority } from './statistics';

interface Line {
  text: string;
  accepted: readonly string[];
}

/** The two likeliest categories, the likelier first. */
function topTwo({ emotions }: Reading): [Category, Category] {
  const order = [...CATEGORIES].sort((a, b) => emotions[b] - emotions[a]);
  return [order[0] ?? 'neutral', order[1] ?? 'neutral'];
}

/** A claim is right when it is one of the accepted readings; `mixed` also when it names the right one of its two. */
function isRight(reading: Reading, { accepted }: Line): boolean {
  if (accepted.includes(reading.label)) return true;
  return reading.label === 'mixed' && topTwo(reading).some((name) => accepted.includes(name));
}

/** Confidence of each reading of a feeling line, and whether its likeliest category was accepted. */
function judge(reader: EmotionReader, lines: readonly Line[]): Judged[] {
  return lines
    .filter(({ accepted }) => (CATEGORIES as readonly string[]).includes(accepted[0] ?? ''))
    .map(({ text, accepted }) => {
      const reading = reader.read(text);
      return { confidence: reading.confidence, right: accepted.includes(likeliest(reading)) };
    });
}

/** Whether the label that a person sees is one that they accept: `unclear` counts only where it is accepted. */
function shownFigure(reader: EmotionReader, lines: readonly Line[], data: string): Figure {
  const labels = lines.map(({ text }) => readMessage(reader, text).label);
  const usual = majority(lines.map(({ accepted }) => accepted[0] ?? '')) ?? 'neutral';
  const part = (keep: (line: Line, i: number) => boolean): number => lines.filter(keep).length / lines.length;
  const unclear = part(({ accepted }, i) => labels[i] === 'unclear' && !accepted.includes('unclear'));
  return {
    name: 'label shown is an accepted one',
    data,
    value: part(({ accepted }, i) => accepted.includes(labels[i] ?? '')),
    n: lines.length,
    baselineName: `always ${usual}`,
    baseline: part(({ accepted }) => accepted.includes(usual)),
    note: `says unclear where more could be said: ${(100 * unclear).toFixed(0)} %`,
  };
}

function figuresOf(reader: EmotionReader, lines: readonly Line[], data: string): Figure[] {
  const readings = lines.map(({ text }) => reader.read(text));
  const feelings = lines.flatMap((line, i) => {
    const reading = readings[i];
    const feeling = (CATEGORIES as readonly string[]).includes(line.accepted[0] ?? '');
    return reading && feeling ? [{ line, reading }] : [];
  });
  const usual = majority(feelings.map(({ line }) => line.accepted[0] ?? '')) ?? 'neutral';
  const claims = feelings.filter(({ reading }) => reading.label !== 'unclear');
  return [
    {
      name: 'likeliest category is an accepted one',
      data,
      value: feelings.filter((f) => f.line.accepted.includes(likeliest(f.reading))).length / feelings.length,
      n: feelings.length,
      baselineName: `always ${usual}`,
      baseline: feelings.filter(({ line }) => line.accepted.includes(usual)).length / feelings.length,
    },
    {
      name: 'right where something is claimed',
      data,
      value: claims.filter((f) => isRight(f.reading, f.line)).length / claims.length,
      n: claims.length,
      note: `claims something for ${((100 * claims.length) / feelings.length).toFixed(0)} %`,
    },
    {
      name: 'confidence and accuracy apart (calibration error, ten bins)',
      data,
      value: calibrationError(judge(reader, lines)),
      n: feelings.length,
      better: 'less',
    },
  ];
}

/** Share of messages by people in distress that are read as happy, by our map and by the official one. */
function supportChat(dataFolder: string, root: string, reader: EmotionReader): Figure[] {
  const texts = readEsconv(dataFolder).flatMap(({ utterances }) =>
    utterances.filter(({ side }) => side === 'client').map(({ text }) => text),
  );
  const weights = loadEmotionWeights(root);
  const score = createScorer(weights);
  const readings = texts.map((text) => reader.read(text));
  const joyful = texts.filter((text) => {
    const scores = score(tokenise(text));
    const values = weights.official.map((head) => applyLayer(head, scores));
    return weights.official[values.indexOf(Math.max(...values))]?.name === 'joy';
  });
  const share = (keep: (reading: Reading) => boolean): number => readings.filter(keep).length / texts.length;
  const data = 'ESConv validation, seekers';
  return [
    {
      name: 'read as happy',
      data,
      value: share(({ label, closing }) => label === 'happiness' && !closing),
      n: texts.length,
      baselineName: 'official map: joy',
      baseline: joyful.length / texts.length,
      better: 'less',
    },
    {
      name: 'read as sadness, fear, anger or disgust',
      data,
      value: share(({ label }) => ['sadness', 'fear', 'anger', 'disgust'].includes(label)),
      n: texts.length,
    },
    { name: 'closing or thanks', data, value: share(({ closing }) => closing === true), n: texts.length },
    { name: 'said to be unclear', data, value: share(({ label }) => label === 'unclear'), n: texts.length },
  ];
}

/** Readings of chat lines written for the project, and of SAD sentences that were read for it. */
export const measureChat: Measure = ({ dataFolder, root, progress }) => {
  progress('chat readings');
  const reader = createEmotionReader(loadEmotionWeights(root));
  const lines = readJudgedLines(root);
  const accepted = ({ reading, also = [] }: JudgedLine): string[] => [reading, ...also];
  const half = (name: JudgedLine['half']): Line[] =>
    lines.filter((line) => line.half === name).map((line) => ({ text: line.text, accepted: accepted(line) }));
  const sad = new Map(readSad(dataFolder).map((sentence) => [sentence.id, sentence.text]));
  const held = readHeldSadReadings(root).flatMap(({ sID, reading, also = [] }): Line[] => {
    const text = sad.get(sID);
    return text === undefined ? [] : [{ text, accepted: [reading, ...also] }];
  });
  const closings = lines.filter((line) => line.half === 'judge');
  const found = closings.map(({ text }) => reader.read(text).closing === true);
  // Thanks alone are left out of the arc as well.
  const wanted = closings.map(
    ({ closing, tone, reading }) => closing === true || (tone === 'gratitude' && reading === 'neutral'),
  );
  const figures = [
    ...figuresOf(reader, half('judge'), 'chat lines, judged half'),
    ...figuresOf(reader, half('tune'), 'chat lines, tuning half'),
    shownFigure(reader, readAcceptedLines(root, 'chats'), 'forty whole chats by another author, only judged'),
    shownFigure(reader, readAcceptedLines(root, 'later'), 'messages written last, only judged'),
    shownFigure(reader, readAcceptedLines(root, 'fresh'), 'fresh messages, worked on since'),
    ...figuresOf(reader, held, 'SAD sentences held out, one reading each'),
    {
      name: 'closings and thanks, F1',
      data: 'chat lines, judged half',
      value: f1(wanted, found),
      n: closings.length,
      baselineName: 'always a closing',
      baseline: f1(
        wanted,
        wanted.map(() => true),
      ),
    },
    ...supportChat(dataFolder, root, reader),
  ];
  const wrong = half('tune').flatMap((line) => {
    const reading = reader.read(line.text);
    return reading.label === 'unclear' || isRight(reading, line)
      ? []
      : [`tuning half, read as ${reading.label}, not ${line.accepted.join(' or ')}: ${line.text}`];
  });
  const coverage = [
    ...coverageTable('chat lines, judged half', judge(reader, half('judge'))),
    ...coverageTable('SAD sentences held out', judge(reader, held)),
  ];
  return Promise.resolve({ title: 'Readings of chat', figures, coverage, details: wrong });
};
