import type { PracticeApi } from '@/components/practice/practice-api';
import type { RunnerWorld } from '@/components/practice/session-runner';
import type { NextPractice } from '@/utils/practice/growth/next';
import type { SessionRecord } from '@/utils/practice/record';
import { branchAt } from '@/utils/practice/what-if/rewind';
import { respond } from '@/utils/practice/play';
import { played, scenarioOf, TOOLS } from '../practice/fake-apis';

/** One state of the practice page to look at. */
export interface PracticeScene {
  /** The address after `#`. */
  hash: string;
  /** What is kept on this device. */
  records?: readonly SessionRecord[];
  damaged?: boolean;
  practice?: Partial<PracticeApi>;
  /** How the world of a session differs from one that keeps everything. */
  world?: Partial<RunnerWorld>;
  /** Names of buttons to press, in order, before looking. */
  press?: readonly string[];
  /** As it is printed. */
  print?: boolean;
  /** Words that show once all is there. */
  until: string;
}

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2026, 8, 1, 18);

const LISTENING = [
  'It sounds like the exams weigh on you so much that you can hardly think.',
  'What is it like when you sit down with your notes?',
  'You should just make a timetable, everyone gets nervous.',
  'Sorry, that was too quick of me. You sit there for hours and it just goes white.',
  'That must be so lonely, freezing like that and nobody sees it.',
  'What is it like at home these days?',
];
const TELLING = [
  'You should make a timetable.',
  'It’s only an exam, everyone gets nervous. Don’t worry about it!',
  'Have you slept? Have you eaten? Do you have a tutor?',
  'You should really listen to me and do what I say.',
  'That’s your own fault for starting late.',
];
const WITH_DANA = [
  'It sounds like you are worn out, and nobody sees it.',
  'You keep going and there is nothing left. What are the mornings like?',
  'When you say you would not mind not waking up, are you thinking about ending your life?',
  'Thank you for telling me that. I have to go soon, take care.',
  'Goodbye, take care.',
];

const exam = scenarioOf('exam-stress');
const heavy = scenarioOf('passive-suicidal-thoughts');
const ID = 's1';
const open = (record: SessionRecord): SessionRecord => ({ ...record, endedAt: null });

/** What was read beside the state, as if the panel had been there. */
function withReadings(record: SessionRecord): SessionRecord {
  const read = record.session.turns
    .filter(({ side }) => side === 'client')
    .map(({ turn, state }, i) => ({
      turn,
      message: 0,
      label: i % 3 === 1 ? 'fear' : 'sadness',
      valence: Math.max(-1, Math.min(1, state.valence + (i % 2 === 0 ? 0.2 : -0.1))),
      arousal: Math.max(-1, Math.min(1, state.arousal - (i % 3) * 0.15)),
    }));
  return { ...record, read };
}

const listening = withReadings(played(exam, LISTENING));
const telling = withReadings(played(exam, TELLING));

function family(): SessionRecord[] {
  const start = branchAt(listening, 6, { id: 's2', startedAt: 20 }, TOOLS);
  if (!start) throw new Error('no branch');
  let { session } = start;
  for (const turn of [
    'You freeze, and it goes white. That sounds frightening.',
    'What do you tell yourself?',
  ])
    session = respond(exam, session, turn, TOOLS);
  return [listening, { ...start, session, endedAt: 30 }];
}

/** Sessions of a few weeks, better as they go, two of them without help. */
function weeks(): SessionRecord[] {
  const ids = [
    'exam-stress',
    'break-up',
    'lonely-after-moving',
    'bereavement',
    'exam-stress',
    'money-worries',
  ];
  return ids.map((id, i) => {
    const turns = i < 2 ? TELLING : LISTENING.filter((_, n) => i < 3 || n !== 2);
    return played(scenarioOf(id), turns, {
      id: `w${String(i)}`,
      seed: i + 1,
      startedAt: FIRST_DAY + i * 3 * DAY,
      help: i === 4 ? 'off' : 'on',
    });
  });
}

const NEXT: NextPractice = {
  help: 'off',
  helpWhy: 'It shows what has stayed, and counts like any other.',
  isCheckUp: true,
  scenario: { id: 'break-up', title: 'He left his charger', why: 'It gives room for: at their pace.' },
  skill: { id: 'pace', name: 'At their pace' },
};
const entry = {
  id: ID,
  scenario: exam.id,
  title: exam.title,
  name: exam.person.name,
  startedAt: FIRST_DAY,
  endedAt: null,
  help: 'on' as const,
  supporterTurns: 3,
  ending: null,
  keep: true,
  size: 9_000,
};

/** Every state of the practice page, by name. */
export const PRACTICE_SCENES: Readonly<Record<string, PracticeScene>> = {
  'practice-start': { hash: '/', until: 'Three weeks to the A levels' },
  'practice-start-again': {
    hash: '/',
    practice: { list: () => Promise.resolve([entry]), propose: () => Promise.resolve(NEXT) },
    until: 'Go on where you were',
  },
  'practice-begin': { hash: '/begin/exam-stress', until: 'Begin the practice' },
  'practice-begin-heavy': {
    hash: '/begin/self-harm-urges',
    practice: {
      propose: () => Promise.resolve(NEXT),
      endpoint: () => Promise.resolve({ host: 'api.example.com', model: 'small-1' }),
      isPanelOpen: () => Promise.resolve(false),
    },
    until: 'Before you begin',
  },
  'practice-chat': { hash: `/session/${ID}`, records: [open(listening)], until: 'What worked' },
  'practice-chat-poor': { hash: `/session/${ID}`, records: [open(telling)], until: 'The goal here is' },
  'practice-chat-request': {
    hash: `/session/${ID}`,
    records: [open({ ...listening, help: 'request' })],
    until: 'How was that?',
  },
  'practice-chat-typing': {
    hash: `/session/${ID}`,
    records: [open(played(exam, [], { pace: 'human' }))],
    world: {
      later: () => () => undefined,
      save: () => Promise.resolve({ ok: false, reason: 'full' }),
    },
    until: 'is typing',
  },
  'practice-chat-machine': {
    hash: `/session/${ID}`,
    records: [open(played(exam, [LISTENING[0] ?? '', 'Are you an AI?']))],
    until: 'out of role',
  },
  'practice-end': {
    hash: `/session/${ID}`,
    records: [played(heavy, WITH_DANA)],
    until: 'Look back on it',
  },
  'practice-end-danger': {
    hash: `/session/${ID}`,
    records: [played(heavy, [WITH_DANA[0] ?? '', 'Honestly I want to kill myself too, I cannot go on.'])],
    until: 'The practice has stopped, for you',
  },
  'practice-gone': { hash: '/session/gone', until: 'not here any more' },
  debrief: { hash: `/debrief/${ID}`, records: [listening], until: 'What happened between you' },
  'debrief-table': {
    hash: `/debrief/${ID}`,
    records: [listening],
    press: ['As a table'],
    until: 'What happened between you',
  },
  'debrief-poor': { hash: `/debrief/${ID}`, records: [telling], until: 'What happened between you' },
  'debrief-short': {
    hash: `/debrief/${ID}`,
    records: [played(exam, LISTENING.slice(0, 1))],
    until: 'What happened between you',
  },
  'debrief-branches': { hash: `/debrief/${ID}`, records: family(), until: 'They part at turn 6.' },
  'debrief-danger': {
    hash: `/debrief/${ID}`,
    records: [played(exam, ['I want to kill myself'])],
    until: 'This one is not looked at',
  },
  'debrief-print': {
    hash: `/debrief/${ID}`,
    records: [listening],
    print: true,
    until: 'What happened between you',
  },
  growth: { hash: '/growth', records: weeks(), damaged: true, until: 'Seen in 6 sessions' },
  'growth-empty': { hash: '/growth', until: 'Nothing. A practice that you end' },
  scenarios: { hash: '/scenarios', until: 'Copy and edit' },
  'scenarios-editor': {
    hash: '/scenarios',
    press: ['Copy and edit Three weeks to the A levels'],
    until: 'Copy and edit',
  },
};
