import type { Scenario } from '@/utils/practice/scenario';

export const LEVEL_WORDS: Readonly<Record<number, string>> = {
  1: 'warms soonest',
  2: 'takes longer to open up',
  3: 'hardest to reach',
};

/** Who it is, in a few words. */
export function personWords({ person: { name, age, place } }: Scenario): string {
  return `${name}, ${String(age)}, ${place}`;
}

export function levelWords({ level }: Scenario): string {
  return `Level ${String(level)}, ${LEVEL_WORDS[level] ?? ''}`;
}
