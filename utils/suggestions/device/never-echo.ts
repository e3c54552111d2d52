import { z } from '../../schema';
import data from './bank/never-echo.json';

const { patterns } = z.object({ about: z.string(), patterns: z.array(z.string()) }).parse(data);
const NEVER = patterns.map((pattern) => new RegExp(pattern, 'u'));

/** Whether a clause of plain lower-case words may be said back at all. */
export function mayEcho(plain: string): boolean {
  const low = plain.toLowerCase();
  return !NEVER.some((pattern) => pattern.test(low));
}
