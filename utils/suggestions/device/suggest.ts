import type { Reading } from '../../analysis/reading';
import type { Message } from '../../conversation/message';
import { acceptHints } from '../contract';
import type { Hint, HintKind, Technique } from '../hint';
import { openingOf } from '../select-distinct';

export interface SuggestInput {
  messages: readonly Message[];
  readings: (id: string) => Reading | null;
  stage?: 'exploration' | 'insight' | 'action';
  openCues?: readonly { id: string; start: number; end: number; text: string; kind: string }[];
  /** How often the person asked again for this message. */
  round: number;
  /** Texts of hints shown before in this conversation, newest last. */
  recent?: readonly string[];
  style?: 'sentences' | 'ideas';
}

export interface Suggestions {
  hints: Hint[];
  reason?: 'listen' | 'safety' | 'no-client-message' | 'language';
}

const TURN: Record<string, string> = {
  i: 'you',
  im: "you're",
  "i'm": "you're",
  ive: "you've",
  "i've": "you've",
  "i'd": "you'd",
  "i'll": "you'll",
  me: 'you',
  my: 'your',
  mine: 'yours',
  myself: 'yourself',
  am: 'are',
  dont: "don't",
  cant: "can't",
  didnt: "didn't",
  wont: "won't",
};

const BANK: readonly { kind: HintKind; technique: Technique; text: string }[] = [
  {
    kind: 'explore',
    technique: 'open question',
    text: 'When you say {said}, what is that like for you day to day?',
  },
  {
    kind: 'explore',
    technique: 'open question',
    text: 'You said {said}. What has been the hardest part of that?',
  },
  { kind: 'explore', technique: 'open question', text: 'What was going on around the time {said}?' },
  {
    kind: 'empathise',
    technique: 'simple reflection',
    text: 'So {said}. That sounds like a lot to be carrying.',
  },
  {
    kind: 'empathise',
    technique: 'complex reflection',
    text: '{Said}, and it sounds as if that stays with you.',
  },
  {
    kind: 'empathise',
    technique: 'simple reflection',
    text: "I hear you: {said}. I can imagine that isn't easy.",
  },
  {
    kind: 'support',
    technique: 'affirmation',
    text: 'Thank you for telling me that {said}. It matters that you put it into words.',
  },
  {
    kind: 'support',
    technique: 'normalising',
    text: 'It makes sense that this is on your mind, when {said}.',
  },
  {
    kind: 'support',
    technique: 'emotional support',
    text: "I'm here, and there's time to stay with this: {said}.",
  },
];

/** Three hints for the client's last message, built from what they said. */
export function suggestOnDevice(input: SuggestInput): Suggestions {
  const last = input.messages.findLast(
    (m) => m.side === 'client' && m.deleted !== true && m.text.trim() !== '',
  );
  if (last === undefined) return { hints: [], reason: 'no-client-message' };
  const clause = [...last.text.matchAll(/[^.!?,;\n]+/gu)]
    .filter((m) => /\b(?:i|im|ive|i'm|i've|my|me)\b/iu.test(m[0]) && /^[\w' -]{8,90}$/u.test(m[0].trim()))
    .sort((a, b) => b[0].length - a[0].length)[0];
  if (clause === undefined) return { hints: [], reason: 'listen' };
  const quoted = clause[0].trim();
  const said = quoted
    .replace(/^(?:and|but|so|because|well|also) /iu, '')
    .split(/\s+/u)
    .map((w) => TURN[w.toLowerCase()] ?? w)
    .join(' ')
    .replace(/\byou was\b/giu, 'you were');
  const start = clause.index + clause[0].indexOf(quoted);
  const because = { id: last.id, start, end: start + quoted.length, text: quoted };
  const openings = new Set((input.recent ?? []).slice(-10).map(openingOf));
  const candidates = BANK.map((entry, i) => ({ entry, order: (i + input.round) % 3 }))
    .sort((a, b) => a.order - b.order)
    .map(({ entry }): Hint => {
      const text = entry.text
        .replace('{said}', said.charAt(0).toLowerCase() + said.slice(1))
        .replace('{Said}', said.charAt(0).toUpperCase() + said.slice(1));
      return { kind: entry.kind, technique: entry.technique, text, because };
    })
    .filter((hint) => !openings.has(openingOf(hint.text)));
  const { hints } = acceptHints(candidates, input.messages, input.recent ?? []);
  return hints.length > 0 ? { hints } : { hints, reason: 'listen' };
}
