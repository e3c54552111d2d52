import type { HintSet } from '@/utils/messaging/view';
import type { HintKind } from '@/utils/suggestions/hint';

/** What each kind of hint does, as its tag says it. */
export const KIND_WORDS: Record<HintKind, string> = {
  explore: 'Explore',
  empathise: 'Empathise',
  support: 'Support',
};

/** Why there are no hints. */
export const NO_HINTS_WORDS: Record<NonNullable<HintSet['reason']>, string> = {
  listen: 'Nothing to add right now. Listening may be all that is needed.',
  safety: 'Safety comes first, so there are no suggestions for wording now.',
  'no-client-message': 'Suggestions appear when they write.',
  language: 'Sidelight can\u2019t suggest anything in this language yet.',
};
