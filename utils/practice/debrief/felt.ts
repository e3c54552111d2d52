import type { Felt } from '../client/client-state';

/** The four sides of how it felt, each turned so that more is better. */
export const FELT_SIDES: readonly { id: keyof Felt; name: string; of: (felt: Felt) => number }[] = [
  { id: 'heard', name: 'heard', of: ({ heard }) => heard },
  { id: 'rushed', name: 'unhurried', of: ({ rushed }) => 1 - rushed },
  { id: 'judged', name: 'not judged', of: ({ judged }) => 1 - judged },
  { id: 'safe', name: 'safe', of: ({ safe }) => safe },
];

/** A value of 0 to 1 in dots, 0 to 5. */
export const dotsOf = (value: number): number => Math.min(5, Math.max(0, Math.round(value * 5)));
