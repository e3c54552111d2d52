import type { Category, Reading } from '@/utils/analysis/reading';
import type { TimelinePoint } from '@/utils/messaging/view';
import { isKnown, mixedPair, readingWords } from './words';

/**
 * One client message as the chart, the strip and the table show it. All three draw from these rows, so that
 * none of them can say something else.
 */
export interface TimelineRow {
  id: string;
  n: number;
  /** Null when there is no reading. */
  label: Reading['label'] | null;
  words: string;
  /** In [-1, 1]; null when there is no reading or it is unclear: a gap, not a middle. */
  valence: number | null;
  arousal: number | null;
  /** One colour; two for a mixed reading; none where nothing is known. */
  colours: Category[];
  /** Closing words: marked, but not joined to the line. */
  closing: boolean;
}

/** The rows of the timeline, in the order of the conversation. */
export function timelineRows(points: readonly TimelinePoint[]): TimelineRow[] {
  return points.map(({ id, n, reading, corrected }) => {
    const known = reading !== null && isKnown(reading);
    return {
      id,
      n,
      label: reading?.label ?? null,
      words: corrected === true ? `${readingWords(reading)} (your label)` : readingWords(reading),
      valence: known ? reading.valence : null,
      arousal: known ? reading.arousal : null,
      colours: colours(reading),
      closing: reading?.closing === true,
    };
  });
}

function colours(reading: Reading | null): Category[] {
  if (reading === null || reading.label === 'unclear') return [];
  return reading.label === 'mixed' ? mixedPair(reading) : [reading.label];
}
