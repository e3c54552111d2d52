import type { View } from '@/utils/messaging/view';

/** A problem in plain words, with what it means for the person. */
export interface Notice {
  title: string;
  text: string;
}

/** What went wrong, by the code in the view. */
export const NOTICES: Record<NonNullable<View['problem']>, Notice> = {
  'storage-full': {
    title: 'This browser session is full',
    text: 'Sidelight dropped the oldest messages to make room. What you see of the last ones is right.',
  },
  'analysis-failed': {
    title: 'Readings are off for now',
    text: 'Something went wrong while reading the words. Messages still arrive here; trust your own sense of them.',
  },
};

/** The panel has caught up after a restart of the worker. */
export const RESUMED: Notice = {
  title: 'Picked up where we were',
  text: 'The browser restarted Sidelight. Nothing was lost.',
};
