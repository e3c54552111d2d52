import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hashText, spreadHash } from '@/utils/analysis/text/hash';
import { parseCsv } from './csv';

/** A sentence about a stressor, with how severe five raters found it, 0 to 1. */
export interface StressSentence {
  id: number;
  text: string;
  severity: number;
  /** Held out by its id: never trained on. */
  held: boolean;
}

const HELD_PERCENT = 15;

/** Whether a sentence is in the 15 % held out. SAD has no official split. */
export const isHeld = (id: number): boolean => spreadHash(hashText(`sad:${id}`)) % 100 < HELD_PERCENT;

/** SAD, Stress Annotated Dataset v1 (Mauriello et al., CHI EA 2021; MIT). */
export function readSad(dataFolder: string): StressSentence[] {
  return parseCsv(readFileSync(path.join(dataFolder, 'sad', 'SAD_v1.csv'), 'utf8')).map((row) => {
    const id = Number(row['sID']);
    return { id, text: row['sentence'] ?? '', severity: Number(row['avg_severity']) / 10, held: isHeld(id) };
  });
}
