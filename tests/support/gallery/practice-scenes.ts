import type { PracticeApi } from '@/components/practice/practice-api';
import type { RunnerWorld } from '@/components/practice/session-runner';
import type { NextPractice } from '@/utils/practice/growth/next';
import type { SessionRecord } from '@/utils/practice/record';
import { branchAt } from '@/utils/practice/what-if/rewind';
import { respond } from '@/utils/practice/play';
import { played, scenarioOf, TOOLS } from '../practice/fake-apis';
import type { PracticeViewName } from './practice-views';

/** What a state of the practice page is made of, beside one that keeps everything and has nothing kept. */
export interface PracticeScene {
  /** What is kept on this device. */
  records?: readonly SessionRecord[];
  damaged?: boolean;
  practice?: Partial<PracticeApi>;
  /** How the world of a session differs from one that keeps everything. */
  world?: Partial<RunnerWorld>;
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

/** What each view of `practice-views.ts` is made of. */
export const PRACTICE_SCENES: Readonly<Partial<Record<PracticeViewName, PracticeScene>>> = {
  'practice-start-again': {
    practice: { list: () => Promise.resolve([entry]), propose: () => Promise.resolve(NEXT) },
  },
  'practice-begin-heavy': {
    practice: {
      propose: () => Promise.resolve(NEXT),
      endpoint: () => Promise.resolve({ host: 'api.example.com', model: 'small-1' }),
      isPanelOpen: () => Promise.resolve(false),
    },
  },
  'practice-chat': { records: [open(listening)] },
  'practice-chat-poor': { records: [open(telling)] },
  'practice-chat-request': { records: [open({ ...listening, help: 'request' })] },
  'practice-chat-typing': {
    records: [open(played(exam, [], { pace: 'human' }))],
    world: {
      later: () => () => undefined,
      save: () => Promise.resolve({ ok: false, reason: 'full' }),
    },
  },
  'practice-chat-machine': { records: [open(played(exam, [LISTENING[0] ?? '', 'Are you an AI?']))] },
  'practice-end': { records: [played(heavy, WITH_DANA)] },
  'practice-end-danger': {
    records: [played(heavy, [WITH_DANA[0] ?? '', 'Honestly I want to kill myself too, I cannot go on.'])],
  },
  debrief: { records: [listening] },
  'debrief-table': { records: [listening] },
  'debrief-poor': { records: [telling] },
  'debrief-short': { records: [played(exam, LISTENING.slice(0, 1))] },
  'debrief-branches': { records: family() },
  'debrief-danger': { records: [played(exam, ['I want to kill myself'])] },
  'debrief-print': { records: [listening] },
  growth: { records: weeks(), damaged: true },
};
