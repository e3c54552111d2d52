import { z } from '../../schema';
import { ASKS } from '../asks';
import { CAUSES } from '../client/cause';
import { RESISTANCE_PATTERNS } from '../client/client-state';
import data from '../data/lines.json';
import { IDIOMS } from '../idiom';
import { answerSchema } from '../scenario';

const pool = z.array(z.string().check(z.minLength(1))).check(z.minLength(1));
const byPattern = z.partialRecord(z.enum(RESISTANCE_PATTERNS), pool);

/** The lines that all clients share. */
export const bankSchema = z.strictObject({
  about: z.string(),
  idioms: z.record(z.enum(IDIOMS), z.record(z.string(), pool)),
  openers: z.strictObject({ heard: pool, asked: pool, praised: pool }),
  resist: z.partialRecord(z.enum([...CAUSES, 'any']), byPattern),
  pushed: pool,
  again: pool,
  nobody: pool,
  'yes-no': pool,
  'open-ended': pool,
  permission: pool,
  suggested: pool,
  repaired: pool,
  stuck: pool,
  sitting: pool,
  missed: pool,
  answers: z.partialRecord(z.enum(ASKS), answerSchema),
  method: pool,
  ai: pool,
  'abused-then-leaves': pool,
  left: pool,
  fallback: pool,
});

export const BANK = bankSchema.parse(data);
