/** One state of the practice page, as whoever looks at it needs to know it. */
export interface PracticeView {
  /** The address after `#`. */
  hash: string;
  /** Names of buttons to press, in order, before looking. */
  press?: readonly string[];
  /** As it is printed. */
  print?: boolean;
  /** Words that show once all is there. */
  until: string;
}

const SESSION = '/session/s1';
const DEBRIEF = '/debrief/s1';

/** Every state of the practice page, by name; what each is made of stands in `practice-scenes.ts`. */
export const PRACTICE_VIEWS = {
  'practice-start': { hash: '/', until: 'Three weeks to the A levels' },
  'practice-start-again': { hash: '/', until: 'Go on where you were' },
  'practice-begin': { hash: '/begin/exam-stress', until: 'Begin the practice' },
  'practice-begin-heavy': { hash: '/begin/self-harm-urges', until: 'Before you begin' },
  'practice-chat': { hash: SESSION, until: 'What worked' },
  'practice-chat-poor': { hash: SESSION, until: 'The goal here is' },
  'practice-chat-request': { hash: SESSION, until: 'How was that?' },
  'practice-chat-typing': { hash: SESSION, until: 'is typing' },
  'practice-chat-machine': { hash: SESSION, until: 'out of role' },
  'practice-end': { hash: SESSION, until: 'Look back on it' },
  'practice-end-danger': { hash: SESSION, until: 'The practice has stopped, for you' },
  'practice-gone': { hash: '/session/gone', until: 'not here any more' },
  debrief: { hash: DEBRIEF, until: 'What happened between you' },
  'debrief-table': { hash: DEBRIEF, press: ['As a table'], until: 'What happened between you' },
  'debrief-poor': { hash: DEBRIEF, until: 'What happened between you' },
  'debrief-short': { hash: DEBRIEF, until: 'What happened between you' },
  'debrief-branches': { hash: DEBRIEF, until: 'They part at turn 6.' },
  'debrief-danger': { hash: DEBRIEF, until: 'This one is not looked at' },
  'debrief-print': { hash: DEBRIEF, print: true, until: 'What happened between you' },
  growth: { hash: '/growth', until: 'Seen in 6 sessions' },
  'growth-empty': { hash: '/growth', until: 'Nothing. A practice that you end' },
  scenarios: { hash: '/scenarios', until: 'Copy and edit' },
  'scenarios-editor': {
    hash: '/scenarios',
    press: ['Copy and edit Three weeks to the A levels'],
    until: 'Copy and edit',
  },
} as const satisfies Readonly<Record<string, PracticeView>>;

export type PracticeViewName = keyof typeof PRACTICE_VIEWS;
