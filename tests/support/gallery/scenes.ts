import type { AfterChat } from '@/utils/messaging/after-chat';
import type { OutgoingText } from '@/utils/messaging/outgoing';
import type { Rewording } from '@/components/draft/reword-client';
import type { Suggestions } from '@/components/live/suggest-client';
import type { Link } from '@/components/live/panel-store';
import type { OpenSafety, View } from '@/utils/messaging/view';
import type { Hint } from '@/utils/suggestions/hint';
import { USUAL_WORDING } from '@/utils/suggestions/wording';
import { POINTS, longPoints, point, reading } from './readings';

/** One state of the panel to look at. */
export interface Scene {
  view: View | null;
  link?: Link;
  resumed?: boolean;
  suggestions?: Suggestions;
  /** What comes when another way to say the draft is asked for. */
  rewording?: Rewording;
  /** Names of buttons to press, in order, before looking. */
  press?: readonly string[];
}

const HINTS: readonly Hint[] = [
  {
    kind: 'explore',
    technique: 'open question',
    text: 'What has it been like since you stopped going, and nobody said anything?',
    because: { id: 'm13', start: 16, end: 55, text: 'nobody even noticed I stopped coming' },
  },
  {
    kind: 'empathise',
    technique: 'reflection of feeling',
    text: 'It sounds exhausting, carrying all of that and feeling like nobody noticed.',
    because: { id: 'm13', start: 57, end: 73, text: 'It’s exhausting' },
  },
  {
    kind: 'support',
    technique: 'affirmation',
    text: 'Telling someone this took courage. I’m glad you said it here.',
    because: { id: 'm13', start: 80, end: 99, text: 'I feel so alone with it' },
  },
];

const FROM_ENDPOINT: readonly Hint[] = [
  {
    kind: 'explore',
    technique: 'open question',
    text: 'When you stopped coming, who did you most hope would notice?',
    because: { id: 'm13', start: 16, end: 55, text: 'nobody even noticed I stopped coming' },
  },
  {
    kind: 'empathise',
    technique: 'complex reflection',
    text: 'You slipped away and it stayed quiet, and that quiet has been hard to carry alone.',
    because: { id: 'm13', start: 80, end: 99, text: 'I feel so alone with it' },
  },
];

export const READING: View = {
  tabId: 7,
  state: 'reading',
  origin: 'https://chat.example.org',
  site: 'Converse.js',
  conversation: { key: 'robin', title: 'Robin' },
  health: { rows: 14, withText: 14, withSide: 14, withId: 14, busy: false },
  counts: { total: 14, client: 7, supporter: 7, unknown: 0 },
  points: [...POINTS],
  safety: [],
  hints: { messageId: 'm13', hints: [...HINTS], round: 0 },
  wording: USUAL_WORDING,
  engine: { kind: 'device' },
};

/** What the panel shows when asked what a call would send. */
export const OUTGOING: OutgoingText = {
  messageId: 'm13',
  messages: [
    { role: 'system', content: 'You help a trained volunteer word replies. Answer in the form asked for.' },
    {
      role: 'user',
      content: 'client: I stopped coming to [PLACE_1] after [NAME_1] left.\nsupporter: How was that?',
    },
  ],
  form: '{}',
  tokens: 1_104,
};

/** What the panel shows when the supporter looks back. */
export const AFTER: AfterChat = {
  opened: [
    { n: 5, text: 'nobody even noticed I stopped coming' },
    { n: 9, text: 'since my gran died' },
  ],
  open: [{ n: 13, text: 'I feel so alone with it' }],
  balance: {
    reflections: 3,
    openQuestions: 3,
    closedQuestions: 2,
    advice: 0,
    information: 0,
    affirmations: 1,
    supporterWords: 96,
    clientWords: 143,
  },
  note: 'Hand-off note, 14 messages\n\nWhat they told (their words, names replaced):\n- "since [NAME_1] died" (message 9)',
};

const EMPTY: View = {
  ...READING,
  counts: { total: 0, client: 0, supporter: 0, unknown: 0 },
  points: [],
  hints: { messageId: '', hints: [], reason: 'no-client-message', round: 0 },
};

function noConversation(state: View['state'], more: Partial<View> = {}): View {
  return {
    tabId: 7,
    state,
    origin: 'https://chat.example.org',
    counts: { total: 0, client: 0, supporter: 0, unknown: 0 },
    points: [],
    safety: [],
    wording: USUAL_WORDING,
    engine: { kind: 'device' },
    ...more,
  };
}

function withLlm(allowed: boolean, more: { declined?: boolean } = {}): View {
  return { ...READING, engine: { kind: 'llm', host: 'api.example.com', model: 'small-1', allowed, ...more } };
}

const TARGET = { tabId: 7, messageId: 'm13', round: 0 };

export const EXPLICIT: OpenSafety = {
  messageId: 'm13',
  n: 13,
  quote: '…everyone would be better off if I wasn’t here',
  cue: {
    class: 'suicide',
    strength: 'explicit',
    rule: 'suicide-burden',
    start: 29,
    end: 46,
    text: 'if I wasn’t here',
  },
};

export const GENTLE: OpenSafety = {
  messageId: 'm9',
  n: 9,
  quote: 'I’m not suicidal or anything, just tired',
  cue: {
    class: 'suicide',
    strength: 'check',
    rule: 'suicide-negated',
    start: 0,
    end: 16,
    text: 'I’m not suicidal',
  },
};

const SAFETY: View = {
  ...READING,
  safety: [EXPLICIT],
  hints: { messageId: 'm13', hints: [], reason: 'safety', round: 0 },
};

/** The issue's own example, with one remark or two. */
function draftView(count: 1 | 2): View {
  const flags: NonNullable<View['draftCheck']>['flags'] = [
    {
      id: 'advice-too-early',
      name: 'Advice before listening',
      spans: [{ start: 0, end: 36, text: 'You should just talk to your parents' }],
      because:
        'They have just said “nobody ever listens to me at home”; advice may land as one more who does not.',
      direction: 'Say back what you heard first.',
      canReword: true,
    },
    {
      id: 'false-reassurance',
      name: 'A promise nobody can keep',
      spans: [{ start: 38, end: 56, text: 'they’ll understand' }],
      because: 'Nobody can know that they will.',
      direction: 'Stay with what is true now.',
      canReword: true,
    },
  ];
  return {
    ...READING,
    draft: 'You should just talk to your parents, they’ll understand',
    draftCheck: { flags: flags.slice(0, count) },
  };
}

const REWORD = 'Show another way to say it, instead of: Advice before listening';

/** Every state that the panel can be in, by name. */
export const SCENES: Readonly<Record<string, Scene>> = {
  reading: { view: READING },
  'reading-why': {
    view: { ...READING, draft: 'You should just talk to your parents, they’ll understand' },
    press: ['Why?'],
  },
  'reading-detail': { view: READING, press: ['As a table', 'Show message 13', 'As a chart'] },
  'reading-table': { view: READING, press: ['As a table', 'Show message 5'] },
  'reading-first': {
    view: { ...READING, points: POINTS.slice(1, 2), counts: { ...READING.counts, total: 1, client: 1 } },
  },
  'reading-long': {
    view: {
      ...READING,
      points: longPoints(200),
      counts: { total: 812, client: 431, supporter: 381, unknown: 0 },
      health: { rows: 100, withText: 100, withSide: 100, withId: 100, busy: true },
    },
  },
  'reading-unclear': {
    view: {
      ...READING,
      points: POINTS.slice(0, 3),
      hints: { messageId: 'm5', hints: [], reason: 'listen', round: 0 },
    },
    press: ['As a table', 'Show message 5', 'As a chart'],
  },
  'hints-safety-asked': {
    view: { ...READING, hints: { messageId: 'm13', hints: [], reason: 'safety-asked', round: 0 } },
  },
  'reading-none': {
    view: {
      ...READING,
      problem: 'analysis-failed',
      points: POINTS.map((each) => ({ ...each, reading: null })),
    },
  },
  'reading-closing': {
    view: {
      ...READING,
      points: [
        ...POINTS,
        point(
          7,
          'thank you, that helped. good night',
          reading('neutral', 0.55, -0.3, { tone: 'gratitude', closing: true }),
        ),
      ],
    },
  },
  'reading-long-words': {
    view: {
      ...READING,
      origin: 'https://a-really-long-subdomain-of-a-chat-service.community.example.org:8443',
      conversation: {
        key: 'x',
        title: 'Pneumonoultramicroscopicsilicovolcanoconiosis_support_group_2026@rooms.example.org',
      },
      points: [point(0, 'a'.repeat(280), reading('sadness', -0.4, 0.1))],
    },
    press: ['As a table', 'Show message 1', 'As a chart'],
  },
  'reading-empty': { view: EMPTY },
  'reading-unknown-sides': { view: { ...EMPTY, counts: { total: 9, client: 0, supporter: 0, unknown: 9 } } },
  paused: { view: { ...READING, state: 'paused' } },
  safety: { view: SAFETY },
  'safety-gentle': { view: { ...SAFETY, safety: [GENTLE] } },
  'safety-several': { view: { ...SAFETY, safety: [GENTLE, EXPLICIT] } },
  'llm-consent': { view: withLlm(false) },
  'llm-kept': { view: withLlm(false, { declined: true }) },
  'llm-waiting': { view: withLlm(true), suggestions: { target: TARGET, status: 'waiting', hints: [] } },
  'llm-writing': {
    view: withLlm(true),
    suggestions: { target: TARGET, status: 'writing', hints: FROM_ENDPOINT },
  },
  'llm-used': {
    view: {
      ...withLlm(true),
      usage: { calls: 4, prompt: 3_812, completion: 655, estimated: false, cost: 0.0093, currency: '€' },
    },
    suggestions: { target: TARGET, status: 'done', hints: FROM_ENDPOINT },
    press: ['See exactly what is sent'],
  },
  'llm-budget': {
    view: {
      ...withLlm(true),
      usage: { calls: 20, prompt: 19_812, completion: 3_655, estimated: true },
      budgetReached: 'calls',
    },
  },
  'llm-failed': {
    view: withLlm(true),
    suggestions: { target: TARGET, status: 'failed', hints: [], code: 'ollama-origin' },
  },
  'llm-limited': {
    view: withLlm(true),
    suggestions: { target: TARGET, status: 'failed', hints: [], code: 'rate-limited', retryAfter: 30 },
  },
  'after-chat': { view: READING, press: ['Look back on this chat'] },
  'after-chat-heavy': { view: READING, press: ['Look back on this chat', 'heavy', 'A breathing space'] },
  coaching: {
    view: {
      ...READING,
      cues: {
        open: [
          { messageId: 'm5', n: 5, kind: 'isolation', quote: '…nobody even noticed I stopped coming' },
          { messageId: 'm13', n: 13, kind: 'feeling', quote: 'I feel so alone with it' },
        ],
        more: 2,
        takenUp: [{ messageId: 'm9', n: 9, kind: 'loss', quote: 'since my gran died' }],
      },
      balance: {
        reflections: 3,
        openQuestions: 3,
        closedQuestions: 2,
        advice: 0,
        information: 0,
        affirmations: 1,
        supporterWords: 96,
        clientWords: 143,
      },
    },
  },
  'draft-flagged': { view: draftView(2) },
  'draft-one-flag': { view: draftView(1) },
  'draft-reworded': {
    view: draftView(1),
    rewording: {
      status: 'over',
      from: 'device',
      text: 'Nobody listens to you at home. That sounds so lonely. Would you like to hear an idea, or rather tell me more first?',
    },
    press: [REWORD],
  },
  'draft-no-wording': {
    view: draftView(1),
    rewording: { status: 'over', from: 'device', text: null },
    press: [REWORD],
  },
  'draft-model-asked': {
    view: { ...draftView(1), engine: withLlm(true).engine },
    rewording: {
      status: 'waiting',
      from: 'device',
      text: 'Nobody listens to you at home. That sounds so lonely.',
    },
    press: [REWORD],
  },
  'draft-model-reworded': {
    view: { ...draftView(1), engine: withLlm(true).engine },
    rewording: {
      status: 'over',
      from: 'model',
      text: 'At home it feels as if nobody hears you. What do you wish they would understand?',
    },
    press: [REWORD],
  },
  'draft-model-failed': {
    view: { ...draftView(1), engine: withLlm(true).engine },
    rewording: {
      status: 'over',
      from: 'device',
      text: 'Nobody listens to you at home. That sounds so lonely.',
      trouble: 'unreachable',
    },
    press: [REWORD],
  },
  'draft-model-unsaid': {
    view: { ...draftView(1), engine: withLlm(true).engine },
    rewording: {
      status: 'over',
      from: 'device',
      text: 'Nobody listens to you at home. That sounds so lonely.',
      trouble: 'unsaid',
    },
    press: [REWORD],
  },
  'draft-other-language': {
    view: {
      ...READING,
      draft: 'Lo siento mucho, eso debe de ser muy difícil para ti',
      draftCheck: { flags: [], unread: 'language' },
    },
  },
  'draft-pasted': {
    view: {
      ...READING,
      draft: '[18:02] Robin: hi\n[18:03] Me: hello\n[18:04] Robin: can we talk\n[18:05] Me: of course',
      draftCheck: { flags: [], unread: 'transcript' },
    },
  },
  'draft-good': {
    view: {
      ...READING,
      draft: 'You slipped away and nobody noticed. What was that like?',
      draftCheck: { flags: [], good: 'You say back what you heard, and leave them room.' },
    },
  },
  'hints-on-request': { view: { ...READING, wording: { mode: 'on-request', style: 'sentences' } } },
  'hints-after-draft': { view: { ...READING, wording: { mode: 'after-draft', style: 'ideas' } } },
  adapting: { view: READING, press: ['Adapt the suggestion to explore'] },
  'copied-three': {
    view: READING,
    press: [
      'Copy the suggestion to explore',
      'Copy the suggestion to empathise',
      'Copy the suggestion to explore',
    ],
  },
  'problem-storage': { view: { ...READING, problem: 'storage-full' } },
  restarted: { view: READING, resumed: true },
  'stop-asked': { view: EMPTY, press: ['Stop reading on chat.example.org'] },
  consent: { view: noConversation('consent') },
  'consent-put-off': { view: noConversation('consent'), press: ['Not now'] },
  'consent-declined': {
    view: noConversation('consent'),
    press: ['Read this conversation on chat.example.org'],
  },
  'consent-no-address': { view: { ...noConversation('consent'), origin: 'file://' } },
  idle: { view: noConversation('idle') },
  forbidden: { view: noConversation('forbidden') },
  starting: { view: noConversation('starting') },
  'no-chat': { view: noConversation('no-chat') },
  unreadable: {
    view: noConversation('unreadable', {
      health: { rows: 12, withText: 9, withSide: 2, withId: 0, busy: false },
    }),
  },
  outdated: { view: noConversation('outdated') },
  teaching: { view: noConversation('no-chat', { teaching: { step: 'theirs', problem: 'field' } }) },
  'teaching-preview': {
    view: noConversation('no-chat', {
      teaching: { step: 'preview', counts: { client: 14, supporter: 9, unknown: 2 } },
    }),
  },
  'taught-lost': { view: noConversation('no-chat', { taught: true }) },
  menu: { view: EMPTY, press: ['More'] },
  pasting: { view: noConversation('no-chat'), press: ['Paste a conversation'] },
  pasted: { view: { ...READING, origin: undefined, site: 'Pasted text', pasted: true } },
  waiting: { view: null },
  lost: { view: READING, link: 'lost' },
  orphaned: { view: null, link: 'orphaned' },
  'guess-sides-unknown': {
    view: {
      ...EMPTY,
      isGuess: true,
      site: 'talk.example.org',
      counts: { total: 9, client: 0, supporter: 0, unknown: 9 },
      health: { rows: 9, withText: 9, withSide: 0, withId: 0, busy: false },
      whoQuestion: { about: 'me', names: ['Maya Brook', 'Robin Lee'] },
    },
  },
  'guess-read': {
    view: { ...READING, isGuess: true, site: 'talk.example.org', who: { me: 'Sam', client: 'Robin' } },
  },
  'who-client': {
    view: {
      ...EMPTY,
      counts: { total: 12, client: 0, supporter: 4, unknown: 8 },
      who: { me: 'Robin Lee' },
      whoQuestion: {
        about: 'client',
        names: ['Maya Brook', 'Kim Dale', 'A very long name that some people choose to carry through a chat'],
      },
    },
  },
  'no-chat-frame': { view: { ...noConversation('no-chat'), frames: ['https://chat.example.net'] } },
  'no-chat-frame-lost': { view: { ...noConversation('no-chat'), isFrameLost: true } },
  'no-chat-unsure': { view: { ...noConversation('no-chat'), isUnsure: true } },
};
