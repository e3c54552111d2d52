import { CATEGORIES, type Category, type Reading } from '@/utils/analysis/reading';
import type { TimelinePoint } from '@/utils/messaging/view';

/** A reading with one leading category; what is not given is made to fit. */
export function reading(
  label: Reading['label'],
  valence: number,
  arousal: number,
  more: Partial<Reading> & { lead?: number; second?: Category } = {},
): Reading {
  const { lead = 0.62, second = 'neutral', ...rest } = more;
  const first: Category = label === 'mixed' || label === 'unclear' ? 'sadness' : label;
  const other = second === first ? 'fear' : second;
  const left = (1 - lead - 0.16) / 5;
  const emotions = Object.fromEntries(
    CATEGORIES.map((category) => [category, category === first ? lead : category === other ? 0.16 : left]),
  ) as Record<Category, number>;
  return { label, emotions, valence, arousal, intensity: 0.5, confidence: 0.7, evidence: [], ...rest };
}

/** Evidence at the place where its words stand in a text. */
export function evidence(text: string, words: string, weight: number): Reading['evidence'][number] {
  const start = text.indexOf(words);
  return { start, end: start + words.length, text: words, weight };
}

const FIRST_AT = Date.UTC(2026, 9, 3, 18, 2);

/** One client message; every second message of the conversation is theirs. */
export function point(index: number, excerpt: string, read: Reading | null): TimelinePoint {
  return {
    id: `m${String(index * 2 + 1)}`,
    n: index * 2 + 1,
    at: FIRST_AT + index * 95_000,
    excerpt,
    reading: read,
  };
}

const LAST =
  'I keep thinking nobody even noticed I stopped coming. It’s exhausting, and I feel so alone with it.';

/** An invented conversation: seven messages with every kind of reading. */
export const POINTS: readonly TimelinePoint[] = [
  point(0, 'hey, is this a good time', reading('neutral', 0.04, -0.12, { intensity: 0.1 })),
  point(1, 'I’m scared of going back after the summer', reading('fear', -0.38, 0.42, { intensity: 0.55 })),
  point(2, 'idk', reading('unclear', 0, 0, { reason: 'short', confidence: 0.2, lead: 0.2 })),
  point(
    3,
    'my sister said I’m making it up, and that really gets to me',
    reading('anger', -0.52, 0.5, { intensity: 0.7, second: 'sadness' }),
  ),
  point(
    4,
    'part of me misses them and part of me dreads seeing them',
    reading('mixed', -0.34, 0.22, { lead: 0.38, second: 'fear', intensity: 0.5 }),
  ),
  point(5, 'I don’t sleep much any more', reading('sadness', -0.55, 0.02, { intensity: 0.6 })),
  point(
    6,
    LAST,
    reading('sadness', -0.62, 0.21, {
      intensity: 0.72,
      lead: 0.66,
      second: 'fear',
      evidence: [
        evidence(LAST, 'nobody even noticed', 0.5),
        evidence(LAST, 'so alone', 0.7),
        evidence(LAST, 'exhausting', 0.4),
        evidence(LAST, 'coming', -0.1),
      ],
    }),
  ),
];

/** A long conversation, as a wave of readings with gaps. */
export function longPoints(count: number): TimelinePoint[] {
  return Array.from({ length: count }, (_, index) => {
    const valence = Math.sin(index / 9) * 0.6 - 0.15;
    const arousal = Math.cos(index / 7) * 0.4;
    if (index % 23 === 11) return point(index, 'mm', reading('unclear', 0, 0, { reason: 'short' }));
    const label =
      valence < -0.4 ? 'sadness' : valence < -0.1 ? 'fear' : valence > 0.3 ? 'happiness' : 'neutral';
    return point(index, `Message number ${String(index)}`, reading(label, valence, arousal));
  });
}
