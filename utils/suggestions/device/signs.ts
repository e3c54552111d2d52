import { z } from '../../schema';
import data from './bank/signs.json';

const { patterns } = z.object({ about: z.string(), patterns: z.record(z.string(), z.string()) }).parse(data);

/** A pattern of the bank by its name. Throws when the bank has none of that name. */
export function sign(name: string, flags = 'u'): RegExp {
  const pattern = patterns[name];
  if (pattern === undefined) throw new Error(`The bank names no sign ${name}`);
  return new RegExp(pattern, flags);
}
