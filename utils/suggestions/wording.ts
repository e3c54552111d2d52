import { z } from '../schema';

/** When suggestions show: always, when the supporter asks, or once they have begun a draft of their own. */
export const HINT_MODES = ['always', 'on-request', 'after-draft'] as const;
/** Whole sentences, or ideas only ("reflect the loneliness; ask about last night"). */
export const HINT_STYLES = ['sentences', 'ideas'] as const;

/** How a supporter wants to be helped with wording. It says nothing about any conversation. */
export const wordingSchema = z.object({
  mode: z.enum(HINT_MODES),
  style: z.enum(HINT_STYLES),
});
export type Wording = z.infer<typeof wordingSchema>;

export const USUAL_WORDING: Wording = { mode: 'always', style: 'sentences' };
