import type { SafetyClass } from '@/utils/analysis/safety-cue';

/** Three steps for one class of safety cue, and a gentler first step when it only asks for a check. */
export interface ProtocolWords {
  /** What the words are about, as the end of "may point at" and "may touch on". */
  about: string;
  steps: readonly [string, string, string];
  gently: string;
}

const STAY = 'Stay with them, and don\u2019t promise to keep it secret.';
const PROTOCOL = 'Follow your organisation\u2019s protocol, and tell your lead now.';
const PROTOCOL_GENTLY = 'If they say yes, follow your organisation\u2019s protocol.';

/** The last step of a gentle check. */
export const GENTLE_LAST = PROTOCOL_GENTLY;

export const PROTOCOL_WORDS: Record<SafetyClass, ProtocolWords> = {
  suicide: {
    about: 'suicide',
    steps: [
      'Ask directly and calmly: \u201cAre you thinking about suicide?\u201d Asking does not put the thought there.',
      STAY,
      PROTOCOL,
    ],
    gently: 'Ask in plain words whether thoughts of suicide are with them now. Asking does no harm.',
  },
  'self-harm': {
    about: 'hurting themselves',
    steps: [
      'Ask calmly whether they have hurt themselves, or feel like it, and whether they need medical help now.',
      STAY,
      PROTOCOL,
    ],
    gently: 'Ask, without alarm, whether hurting themselves is on their mind now.',
  },
  abuse: {
    about: 'someone hurting them',
    steps: [
      'Ask whether they are safe right now, and whether it is safe for them to write.',
      'Believe them. Don\u2019t promise to keep it secret, and don\u2019t press for details.',
      PROTOCOL,
    ],
    gently: 'Ask whether they feel safe where they are.',
  },
  violence: {
    about: 'harm to someone else',
    steps: [
      'Ask calmly whether they think they might hurt someone, and who is near.',
      'Stay calm and don\u2019t argue. Don\u2019t promise to keep it secret.',
      PROTOCOL,
    ],
    gently: 'Ask what is behind the words, and whether anyone could get hurt.',
  },
  danger: {
    about: 'danger right now',
    steps: [
      'Ask where they are and whether they are safe this minute.',
      'In danger to life, the emergency number comes first. Stay with them.',
      PROTOCOL,
    ],
    gently: 'Ask whether they are safe right now.',
  },
};
