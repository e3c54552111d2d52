import { z } from '../schema';

/** What the reader says of its own sight, in counts over the newest rows. */
export const healthSchema = z.object({
  rows: z.int(),
  withText: z.int(),
  withSide: z.int(),
  withId: z.int(),
  /** The page changes faster than it is read; readings may lag. */
  busy: z.boolean(),
});
export type Health = z.infer<typeof healthSchema>;
