import { helpSchema } from '../practice/help';
import { z } from '../schema';

/** Stands where a chat has the origin of its site: practice is no site, and none can be called so. */
export const PRACTICE_ORIGIN = 'practice:';
/** Name of the site in reader messages of the practice page. */
export const PRACTICE_SITE = 'Practice';

/** What a delta of the practice page says besides the messages. From any other page it counts for nothing. */
export const practiceNoteSchema = z.object({
  help: helpSchema,
  /** The person agreed, at the start of this session, that it goes redacted to this host. */
  allowedHost: z.optional(z.string().check(z.maxLength(300))),
});
export type PracticeNote = z.infer<typeof practiceNoteSchema>;
