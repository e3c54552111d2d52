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
  'safety-asked':
    'You asked about safety, and this is the answer: no wording for it from here. Ask on in plain words, and follow your protocol.',
  'no-client-message': 'Suggestions appear when they write.',
  language: 'Sidelight can\u2019t suggest anything in this language yet.',
};
