/** Kinds of English that a client may write. */
export const IDIOMS = ['british', 'american', 'singaporean', 'indian'] as const;
export type Idiom = (typeof IDIOMS)[number];
