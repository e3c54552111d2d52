import { stripInvisible } from '../../../privacy/invisible';
import type { Redactor } from '../../../privacy/redact/redactor';
import { z } from '../../../schema';
import {
  findTarget,
  lastTurns,
  MAX_PROMPT_TOKENS,
  type PromptInput,
  withHouseRules,
} from '../../../suggestions/llm/build-prompt';
import { fill } from '../../../suggestions/llm/prompt-data';
import { cutToTokens, estimateTokens } from '../../../suggestions/llm/token-estimate';
import type { DraftFlag } from '../../check-draft';
import raw from './prompt.json';

const lines = z.array(z.string().check(z.maxLength(600))).check(z.minLength(1), z.maxLength(40));

/** The prompt as data, which an expert can edit without programming. */
export const rewordPromptSchema = z.strictObject({
  about: z.string(),
  version: z.int().check(z.minimum(1)),
  system: lines,
  house: lines,
  turn: lines,
  avoid: z.string(),
});
const PROMPT = rewordPromptSchema.parse(raw);

/** The form of the answer, as JSON schema. */
const FORM = {
  type: 'object',
  properties: { text: { type: 'string' } },
  required: ['text'],
  additionalProperties: false,
};
/** Most tokens of the draft, and of each piece that is said about it. */
const MAX_DRAFT_TOKENS = 260;
const MAX_NOTE_TOKENS = 60;
const MAX_SEEN_TOKENS = 120;
/** What stands around the messages; each part's estimate is rounded by itself. */
const FRAME_TOKENS = 40;

export interface RewordPromptInput extends Pick<PromptInput, 'messages' | 'nonce' | 'houseRules'> {
  redactor: Pick<Redactor, 'redact'>;
  draft: string;
  flag: Pick<DraftFlag, 'spans' | 'direction' | 'name'>;
  /** Other ways that they have seen already. */
  seen?: readonly string[];
}

export interface RewordPrompt {
  messages: readonly { role: 'system' | 'user'; content: string }[];
  schema: Record<string, unknown>;
  /** The client's message that the draft answers. */
  targetId: string;
  /** Everything of people's words that is in it, redacted: placeholders of an answer must stand here. */
  sent: string;
}

/**
 * The prompt for another way to say a draft: the same fence, redaction and bounds as for hints, at most
 * MAX_PROMPT_TOKENS by estimate. Null when there is no client message to answer.
 */
export function buildRewordPrompt(input: RewordPromptInput): RewordPrompt | null {
  const { messages, redactor, nonce, draft, flag, houseRules = [], seen = [] } = input;
  const target = findTarget(messages, undefined);
  if (target === null) return null;
  const out = (text: string, most: number): string =>
    cutToTokens(redactor.redact(stripInvisible(text)).text.replaceAll(nonce, '').trim(), most);
  const system = withHouseRules(PROMPT.system.join('\n'), PROMPT.house, houseRules);
  const own = {
    draft: out(draft, MAX_DRAFT_TOKENS),
    remarkedOn: flag.spans.map(({ text }) => out(text, MAX_NOTE_TOKENS)).slice(0, 3),
    remark: flag.name,
    instead: cutToTokens(flag.direction, MAX_NOTE_TOKENS),
  };
  const avoid =
    seen.length === 0
      ? ''
      : fill([PROMPT.avoid], {
          seen: cutToTokens(JSON.stringify(seen.map((text) => out(text, MAX_NOTE_TOKENS))), MAX_SEEN_TOKENS),
        });
  const mark = `=====${nonce}=====`;
  const around = [
    system,
    JSON.stringify(FORM),
    JSON.stringify(own),
    avoid,
    mark,
    mark,
    PROMPT.turn.join('\n'),
  ];
  const room = MAX_PROMPT_TOKENS - FRAME_TOKENS - around.reduce((sum, text) => sum + estimateTokens(text), 0);
  const rows = lastTurns({ messages, redactor, nonce }, target, room);
  const conversation = [
    '{',
    `"messages":[\n${rows.map(({ json }) => json).join(',\n')}\n],`,
    JSON.stringify(own).slice(1),
  ].join('\n');
  return {
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: fill(PROMPT.turn, { mark, conversation, avoid }) },
    ],
    schema: FORM,
    targetId: messages[target]?.id ?? '',
    sent: [...rows.map(({ sent }) => sent), own.draft].join('\n'),
  };
}
