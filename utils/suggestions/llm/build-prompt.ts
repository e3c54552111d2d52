import { excerptAround } from '../../conversation/excerpt';
import type { Message, Side } from '../../conversation/message';
import type { Stage } from '../../conversation/stage';
import { stripInvisible } from '../../privacy/invisible';
import type { Redaction, Redactor } from '../../privacy/redact/redactor';
import { redactedSpan } from '../../privacy/redact/source-span';
import { learnVoice } from '../style/voice';
import { answerJsonSchema, TELLING, techniquesFor } from './answer-schema';
import { fill, PROMPT } from './prompt-data';
import type { Remembered } from './rolling-summary';
import { cutToTokens, estimateTokens } from './token-estimate';

/** Most tokens of a request, the form of the answer included, however long the conversation is. */
export const MAX_PROMPT_TOKENS = 1_500;
/** Most tokens of an organisation's house rules. */
export const MAX_HOUSE_TOKENS = 120;
/** Most tokens of the hints that the supporter has seen already. */
const MAX_SEEN_TOKENS = 100;
/** Each part's estimate is rounded by itself. */
const ROUNDING = 6;
/** What stands around the messages, with nothing in it. */
const FRAME = '{\n"earlier":,\n"open":,\n"messages":[\n\n]\n}';
/** How far back messages are looked at. */
const MAX_TURNS = 60;
/** Most tokens of one earlier message. */
const MAX_EARLIER_TOKENS = 120;
/** Most tokens of what was said before these messages, and of the open cues. */
const MAX_SUMMARY_TOKENS = 110;
const MAX_OPEN_TOKENS = 60;
/** Fewer words than this make no hint, however short somebody writes. */
const SHORTEST_VOICE = 6;
/** Characters kept on each side of something remembered. */
const AROUND = 36;

export interface PromptInput {
  /** In the order of the conversation. */
  messages: readonly Message[];
  /** The client's message that the hints answer; without it, the client's last one. */
  targetId?: string;
  redactor: Pick<Redactor, 'redact'>;
  /** Random letters and digits, at least 16, new for every request: the fence around people's words. */
  nonce: string;
  /** True once the conversation is ready for advice, or the client asked for it. */
  allowAdvice?: boolean;
  /** Texts of hints that were already shown for this message. */
  seen?: readonly string[];
  /** Where the talk stands. */
  stage?: Stage;
  /** The client's cues that nobody has taken up yet. */
  openCues?: readonly Remembered[];
  /** What was said before the messages of these ids, which the prompt shows anyway. */
  remembered?: (shown: ReadonlySet<string>) => readonly Remembered[];
  /** An organisation's own rules, one for each line. */
  houseRules?: readonly string[];
}

/** One message as it was sent, so that a quote can be checked and led back to its place. */
export interface SentMessage {
  id: string;
  side: Side;
  /** What left the device. */
  sent: string;
  /** The whole text without invisible characters, and the same redacted: `sent` may be a part of it. */
  clean: string;
  redaction: Redaction;
  /** What the person wrote. */
  text: string;
}

/** What is needed to understand the answer: the messages by the short names that they were sent under. */
export interface PromptMap {
  sent: ReadonlyMap<string, SentMessage>;
  targetId: string;
  allowAdvice: boolean;
  seen: readonly string[];
  /** The supporter's own messages: not to be said again. */
  said: readonly string[];
  /** Every text that the prompt looked at, as it was written: their words count as known. */
  conversation: readonly string[];
}

export interface BuiltPrompt {
  messages: readonly { role: 'system' | 'user'; content: string }[];
  /** The form of the answer, as JSON schema. */
  schema: Record<string, unknown>;
  map: PromptMap;
}

/**
 * The prompt for one client message: the unchanging part first, then the last turns as data behind a fence.
 * At most MAX_PROMPT_TOKENS by estimate, at message 10 as at message 10,000.
 * Null when there is no client message to answer.
 */
export function buildPrompt(input: PromptInput): BuiltPrompt | null {
  const target = findTarget(input.messages, input.targetId);
  if (target === null) return null;
  const allowAdvice = input.allowAdvice ?? false;
  const schema = answerJsonSchema(allowAdvice);
  const system = withHouseRules(
    fill(PROMPT.system, { techniques: techniquesFor(false).join(', ') }),
    PROMPT.house,
    input.houseRules ?? [],
  );
  const mark = `=====${input.nonce}=====`;
  const seen = (input.seen ?? []).map((text) => input.redactor.redact(stripInvisible(text)).text);
  const turn = {
    mark,
    stage: input.stage ?? 'exploration',
    advice: allowAdvice ? fill([PROMPT.adviceOpen], { telling: TELLING.join(', ') }) : PROMPT.adviceClosed,
    voice: voiceText(input.messages),
    avoid:
      seen.length > 0
        ? fill([PROMPT.avoid], { seen: cutToTokens(JSON.stringify(seen), MAX_SEEN_TOKENS) })
        : '',
  };
  const frame = fill(PROMPT.turn, { ...turn, conversation: FRAME, target: 'm99' });
  const open = quotes(input, input.openCues ?? [], MAX_OPEN_TOKENS);
  const room =
    MAX_PROMPT_TOKENS -
    estimateTokens(system) -
    estimateTokens(frame) -
    estimateTokens(JSON.stringify(schema)) -
    (input.remembered ? MAX_SUMMARY_TOKENS : 0) -
    estimateTokens(open) -
    ROUNDING;
  const rows = lastTurns(input, target, room);
  const label = rows.find((row) => row.message === input.messages[target])?.label ?? '';
  const shown = new Map(rows.map((row) => [row.message.id, row.label]));
  const earlier = quotes(input, input.remembered?.(new Set(shown.keys())) ?? [], MAX_SUMMARY_TOKENS);
  const conversation = [
    '{',
    `"earlier":${earlier},`,
    `"open":${open},`,
    `"messages":[\n${rows.map((row) => row.json).join(',\n')}\n]`,
    '}',
  ].join('\n');
  return {
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: fill(PROMPT.turn, { ...turn, conversation, target: label }) },
    ],
    schema,
    map: {
      sent: new Map(
        rows.map(({ label: name, message, sent, clean, redaction }) => [
          name,
          { id: message.id, side: message.side, sent, clean, redaction, text: message.text },
        ]),
      ),
      targetId: input.messages[target]?.id ?? '',
      allowAdvice,
      seen: input.seen ?? [],
      said: rows.filter(({ message }) => message.side === 'supporter').map(({ message }) => message.text),
      conversation: rows.map(({ message }) => message.text),
    },
  };
}

/** The supporter's usual length and forms; nothing while they have written too little to tell. */
function voiceText(messages: readonly Message[]): string {
  const voice = learnVoice(messages);
  if (!voice) return '';
  const forms = voice.contracts ? '' : PROMPT.voiceWrittenOut;
  return fill([PROMPT.voice], { words: String(Math.max(SHORTEST_VOICE, voice.words)), forms });
}

/** What never changes of a prompt, with an organisation's own rules where it has any. */
export function withHouseRules(system: string, house: readonly string[], rules: readonly string[]): string {
  if (rules.length === 0) return system;
  const list = cutToTokens(
    rules.map((rule) => `- ${stripInvisible(rule).trim()}`).join('\n'),
    MAX_HOUSE_TOKENS,
  );
  return `${system}\n${fill(house, { rules: list })}`;
}

/** Index of the message to answer, or null. Looked for from the end, where it nearly always is. */
export function findTarget(messages: readonly Message[], id: string | undefined): number | null {
  for (let i = messages.length - 1; i >= 0; i--) {
    const message = messages[i];
    if (message?.side !== 'client' || message.deleted || message.text.trim() === '') continue;
    if (id === undefined || message.id === id) return i;
  }
  return null;
}

/** The words around each, redacted with the message that they stand in, as many as fit. */
function quotes({ redactor, nonce }: PromptInput, all: readonly Remembered[], most: number): string {
  const kept: string[] = [];
  // The two brackets and the name before them.
  let left = most - 6;
  for (const { text, start, end } of all) {
    const clean = stripInvisible(text);
    const redaction = redactor.redact(clean);
    // With invisible characters in between, the place is not known: then the message's beginning stands for it.
    const place = clean === text ? redactedSpan(redaction, start, end) : { start: 0, end: AROUND };
    const words = excerptAround(redaction.text, place.start, place.end, AROUND);
    const json = JSON.stringify(words.replaceAll(nonce, '').replace(/\s+/g, ' ').trim());
    left -= estimateTokens(json) + 1;
    if (left < 0) break;
    kept.push(json);
  }
  return `[${kept.join(',')}]`;
}

/** One message as a prompt shows it. */
export interface PromptRow {
  label: string;
  message: Message;
  sent: string;
  clean: string;
  redaction: Redaction;
  json: string;
}

/** The message to answer with as much as fits of what came before and after it, newest first. */
export function lastTurns(
  input: Pick<PromptInput, 'messages' | 'redactor' | 'nonce'>,
  target: number,
  room: number,
): PromptRow[] {
  const { messages } = input;
  const newest = Math.min(messages.length - 1, target + 4);
  const oldest = Math.max(0, newest - MAX_TURNS + 1);
  const row = (index: number, most: number): PromptRow | null => {
    const message = messages[index];
    if (!message || message.deleted) return null;
    // Invisible characters are out before the redaction, so that they cannot hide a name from it.
    const clean = stripInvisible(message.text);
    const redaction = input.redactor.redact(clean);
    const sent = cutToTokens(redaction.text.replaceAll(input.nonce, '').trim(), most);
    if (sent === '' && !message.attachments?.length) return null;
    const label = `m${index - oldest + 1}`;
    const json = JSON.stringify({
      id: label,
      from: message.side,
      text: sent,
      ...(message.attachments?.length && { attached: message.attachments }),
    });
    return { label, message, sent, clean, redaction, json };
  };

  const rows = new Map<number, PromptRow>();
  let left = room;
  const add = (index: number, most: number): boolean => {
    const next = row(index, most);
    if (!next) return true;
    left -= estimateTokens(next.json) + 1;
    if (left < 0) return false;
    rows.set(index, next);
    return true;
  };
  // Escapes can make the JSON up to twice as long as the text: half of the room is always enough.
  add(target, Math.floor(room * 0.4));
  for (let index = newest; index >= oldest; index--) {
    if (index !== target && !add(index, MAX_EARLIER_TOKENS)) break;
  }
  return [...rows.entries()].sort(([a], [b]) => a - b).map(([, value]) => value);
}
