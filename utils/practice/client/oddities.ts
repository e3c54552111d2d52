import { z } from '../../schema';
import data from '../data/oddities.json';

const pattern = z.string();
const schema = z.strictObject({
  about: z.string(),
  abuse: pattern,
  injection: pattern,
  nod: pattern,
  praise: pattern,
  repair: pattern,
  order: pattern,
  normal: pattern,
  condolence: pattern,
  story: pattern,
  leave: pattern,
  blame: pattern,
  'hurt-now': pattern,
  'of-safety': pattern,
  'fine-by-you': pattern,
});
const patterns = schema.parse(data);
export type Oddity = Exclude<keyof typeof patterns, 'about'>;

const COMPILED = Object.fromEntries(
  Object.entries(patterns).map(([name, source]) => [name, new RegExp(source, 'u')]),
) as Record<Oddity, RegExp>;

/** Whether a turn, in plain chat text, holds words of this sort. */
export const sounds = (oddity: Oddity, plain: string): boolean => COMPILED[oddity].test(plain);
