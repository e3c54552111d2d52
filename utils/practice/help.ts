import { z } from '../schema';

/** How much help a session is played with: hints and feedback shown, shown when asked for, or none. */
export const HELP_LEVELS = ['on', 'request', 'off'] as const;
export const helpSchema = z.enum(HELP_LEVELS);
export type Help = z.infer<typeof helpSchema>;
