import type { PageState } from '@/utils/messaging/view';

/** A state in which there is no conversation to show: what it is, and what to do. */
export interface StateWords {
  title: string;
  text: string;
  /** A second, quieter paragraph. */
  more?: string;
}

export type QuietState = Exclude<PageState, 'consent' | 'reading' | 'paused'>;

/** Beside the practice page while no practice is going on. */
export const PRACTICE_SCREEN: StateWords = {
  title: 'Choose somebody to practise with',
  text: 'When the practice begins, readings and suggestions show here as they do beside a real chat.',
};

export const STATE_SCREENS: Record<QuietState, StateWords> = {
  idle: {
    title: 'Open your chat, then wake Sidelight',
    text: 'Click the Sidelight icon in the toolbar while your chat is in front.',
    more: 'Until you do, this page is not read.',
  },
  forbidden: {
    title: 'This page stays closed',
    text: 'The browser lets no extension read this kind of page.',
    more: 'Go to the tab with your chat, and Sidelight follows.',
  },
  starting: {
    title: 'Looking for the conversation',
    text: 'This takes a moment.',
  },
  'no-chat': {
    title: 'No conversation in sight',
    text: 'If your chat is on this page, open a conversation there. Sidelight starts by itself when it sees one.',
    more: 'On a site that it does not know, show it the messages: one click on theirs, one on yours.',
  },
  unreadable: {
    title: 'I can\u2019t read this page reliably',
    text: 'A conversation seems to be here, but its messages can\u2019t be told apart well enough. Rather than guess, Sidelight shows nothing.',
    more: 'The site may have changed. Reloading the page sometimes helps; or show Sidelight the messages: one click on theirs, one on yours.',
  },
  outdated: {
    title: 'Reload this page to go on',
    text: 'Sidelight was updated while the page was open, and can no longer read it.',
    more: 'Finish what you are writing first: a reload may empty your draft. Sidelight never reloads a page by itself.',
  },
};

/** The part of the page that held the conversation was taken away. */
export const FRAME_LOST: StateWords = {
  title: 'The chat has left the page',
  text: 'It stood in a frame, a part of the page with an address of its own, and that is gone or closed.',
  more: 'Open the chat again, and Sidelight goes on by itself.',
};

/** On an unknown page two places look alike. */
export const UNSURE: StateWords = {
  title: 'Which part is the chat?',
  text: 'Sidelight doesn\u2019t know this site, and two parts of the page look like a conversation. Rather than guess, it reads neither.',
};
