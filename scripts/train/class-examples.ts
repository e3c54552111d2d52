import { CATEGORIES, type Category } from '@/utils/analysis/reading';
import ownMap from '@/utils/analysis/emotion/own-map.json';
import { CLASSES } from '@/utils/analysis/emotion/weights';
import type { ChatLine, SadReading } from './corpora';
import type { Comment } from './data/go-emotions';
import type { StressSentence } from './data/sad';
import { createRandom } from './random';

export type ClassName = (typeof CLASSES)[number];

/**
 * A text to learn the classes from. `shares` says how much of it is each class; without them, it is known only
 * that the class is one of `among`.
 */
export interface ClassExample {
  text: string;
  shares?: Float64Array;
  among?: readonly number[];
  weight: number;
  source: 'comment' | 'chat' | 'stress' | 'partly' | 'joined' | 'mixed';
  /** Part of the cross-validation to which it belongs. */
  fold: number;
  /** The categories that count as right. */
  right: readonly Category[];
}

export const FOLDS = 5;
/** Chat lines next to each other that stay together. */
const BLOCK = 25;

/** Chosen by leaving out one author at a time, with an eye on the tuning half of the judged lines. */
const WEIGHT = { comment: 3, chat: 9, plain: 6, stress: 4, partly: 0.5, joined: 4, mixed: 3 };
/** What is said in few words rests on each of them, and is what people say most plainly: it counts so much more. */
const BRIEF = { characters: 45, times: 2 };
const JOINED = 4000;
const MIXED = 1500;
const SHORT = 70;
/** SAD's severity from which a sentence is surely not neutral, and from which it is surely not pleasant. */
const SEVERE = 0.45;
const STRESSED = 0.25;

const indexOf = (name: ClassName): number => CLASSES.indexOf(name);
const only = (name: ClassName): Float64Array =>
  Float64Array.from(CLASSES, (known) => (known === name ? 1 : 0));

/** Most of a line is its reading; another that a careful person could give has this much beside it. */
const ALSO = 0.4;

function chatShares({ reading, also = [], tone }: ChatLine): Float64Array {
  const shares = only(tone ?? reading);
  const whole = 1 + ALSO * also.length;
  for (const name of also) shares[indexOf(name)] = (shares[indexOf(name)] ?? 0) + ALSO;
  return shares.map((share) => share / whole);
}

const classOfLabel = new Map<string, ClassName>();
for (const category of CATEGORIES) {
  for (const label of ownMap.categories[category]) classOfLabel.set(label, category);
}
for (const tone of ownMap.tones) classOfLabel.set(tone, tone as ClassName);

/** The seven-way categories of a comment by our own map; a feeling beside a tone or neutral is the feeling. */
export function ownCategories(labels: readonly number[], names: readonly string[]): Category[] {
  const found = labels.map((label) => classOfLabel.get(names[label] ?? '') ?? 'neutral');
  const categories = found.map((name) =>
    (CATEGORIES as readonly string[]).includes(name) ? name : 'neutral',
  );
  const felt = categories.filter((name) => name !== 'neutral');
  return [...new Set(felt.length > 0 ? felt : categories)] as Category[];
}

function commentShares(labels: readonly number[], names: readonly string[]): Float64Array {
  const found = labels.map((label) => classOfLabel.get(names[label] ?? '') ?? 'neutral');
  const felt = found.filter((name) => (CATEGORIES as readonly string[]).includes(name) && name !== 'neutral');
  const toned = found.filter((name) => name !== 'neutral');
  const kept = felt.length > 0 ? felt : toned.length > 0 ? toned : found;
  const shares = new Float64Array(CLASSES.length);
  for (const name of kept) shares[indexOf(name)] = (shares[indexOf(name)] ?? 0) + 1 / kept.length;
  return shares;
}

/** What is put together with another line is short: what is long is often several things already. */
const isShort = ({ text }: ChatLine): boolean => text.length <= SHORT;

/**
 * People put thanks or a plain fact beside a feeling in one message. Joined pairs of lines of one fold teach
 * that the feeling is then the reading.
 */
function joinLines(lines: readonly { line: ChatLine; fold: number }[]): ClassExample[] {
  const random = createRandom(7);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random.next() * items.length)] as T;
  const joints = ['. ', ', ', ' but ', ' ', '... ', ' and ', '\n'];
  const joined: ClassExample[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const own = lines.filter(({ line, fold: of }) => of === fold && isShort(line)).map(({ line }) => line);
    const felt = own.filter(({ reading }) => reading !== 'neutral' && reading !== 'surprise');
    const toned = own.filter(({ tone }) => tone !== undefined);
    const plain = own.filter(({ reading }) => reading === 'neutral');
    for (let i = 0; i < JOINED / FOLDS; i += 1) {
      const feeling = pick(felt);
      const beside = random.next() < 0.45 ? pick(toned) : pick(plain);
      const joint = pick(joints);
      const feelingFirst = random.next() < 0.5;
      const [a, b] = feelingFirst ? [feeling.text, beside.text] : [beside.text, feeling.text];
      joined.push({
        text: a + joint + b,
        shares: only(feeling.reading),
        weight: WEIGHT.joined,
        source: 'joined',
        fold,
        right: [feeling.reading],
      });
    }
  }
  return joined;
}

/** Two lines of different feelings in one message, half of each: what a mixed message looks like. */
function mixLines(lines: readonly { line: ChatLine; fold: number }[]): ClassExample[] {
  const random = createRandom(11);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random.next() * items.length)] as T;
  const joints = [' and ', ' but ', ', ', '. ', ' and also ', ' but also ', ' at the same time ', '\n'];
  const felt = lines.filter(
    ({ line }) => isShort(line) && line.reading !== 'neutral' && line.reading !== 'surprise',
  );
  return Array.from({ length: MIXED }, (_, i): ClassExample => {
    const fold = i % FOLDS;
    const own = felt.filter((item) => item.fold === fold).map(({ line }) => line);
    const first = pick(own);
    const second = pick(own.filter(({ reading }) => reading !== first.reading));
    const shares = only(first.reading);
    shares[indexOf(first.reading)] = 0.5;
    shares[indexOf(second.reading)] = 0.5;
    const text = first.text + pick(joints) + second.text;
    return { text, shares, weight: WEIGHT.mixed, source: 'mixed', fold, right: [] };
  });
}

/** All that the class layers learn from. `comments` must not be those that the label columns learned from. */
export function classExamples(
  comments: readonly Comment[],
  names: readonly string[],
  chat: readonly ChatLine[],
  stress: readonly StressSentence[],
  sadReadings: readonly SadReading[],
): ClassExample[] {
  const byId = new Map(stress.map((sentence) => [sentence.id, sentence]));
  const read = new Set(sadReadings.map(({ sID }) => sID));
  // Lines that stand together often tell of one person: they are never learnt from and judged in one fold.
  const lines = chat.map((line, i) => ({ line, fold: Math.floor(i / BLOCK) % FOLDS }));
  const unpleasant = (['sadness', 'fear', 'anger', 'disgust'] as const).map(indexOf);
  return [
    ...comments.map(({ text, labels }, i) => ({
      text,
      shares: commentShares(labels, names),
      weight: WEIGHT.comment,
      source: 'comment' as const,
      fold: i % FOLDS,
      right: ownCategories(labels, names),
    })),
    ...lines.map(({ line, fold }) => ({
      text: line.text,
      shares: chatShares(line),
      weight:
        (line.reading === 'neutral' ? WEIGHT.plain : WEIGHT.chat) *
        (line.text.length <= BRIEF.characters ? BRIEF.times : 1),
      source: 'chat' as const,
      fold,
      right: [line.reading, ...(line.also ?? [])],
    })),
    ...sadReadings.flatMap(({ sID, reading, also = [] }, i): ClassExample[] => {
      const sentence = byId.get(sID);
      // Rows may have been withheld from this copy of the data.
      if (!sentence || sentence.held) return [];
      return [
        {
          text: sentence.text,
          shares: only(reading),
          weight: WEIGHT.stress,
          source: 'stress',
          fold: i % FOLDS,
          right: [reading, ...also],
        },
      ];
    }),
    ...stress.flatMap(({ id, text, severity, held }, i): ClassExample[] => {
      if (held || read.has(id) || severity < STRESSED) return [];
      const among = severity >= SEVERE ? unpleasant : [...unpleasant, indexOf('neutral')];
      return [{ text, among, weight: WEIGHT.partly, source: 'partly', fold: i % FOLDS, right: [] }];
    }),
    ...joinLines(lines),
    ...mixLines(lines),
  ];
}
