import type { CodedSpan } from '@/utils/analysis/codes/code';
import type { SafetyCue } from '@/utils/analysis/safety-cue';
import { addToBalance, NO_BALANCE, type Balance } from '@/utils/conversation/balance';
import { MAX_TEXT } from '@/utils/conversation/limits';
import type { Message } from '@/utils/conversation/message';

/** Messages kept for checking a draft against them: as many as the extension looks at. */
const KEPT = 120;

/** What a draft is checked against: bounded, however long the conversation is. */
export interface Recent {
  messages: readonly Message[];
  codes: ReadonlyMap<string, readonly CodedSpan[]>;
  safetyCues: readonly { id: string; cue: SafetyCue }[];
  balance: Balance;
}

export const NOTHING_YET: Recent = {
  messages: [],
  codes: new Map(),
  safetyCues: [],
  balance: NO_BALANCE,
};

/** The same after one more message. */
export function addRecent(
  { messages, codes, safetyCues, balance }: Recent,
  message: Message,
  found: { codes?: readonly CodedSpan[]; safety?: readonly SafetyCue[] },
): Recent {
  const kept = [...messages.slice(1 - KEPT), { ...message, text: message.text.slice(0, MAX_TEXT) }];
  const ids = new Set(kept.map(({ id }) => id));
  return {
    messages: kept,
    codes: new Map([...codes, [message.id, found.codes ?? []] as const].filter(([id]) => ids.has(id))),
    safetyCues: [...safetyCues, ...(found.safety ?? []).map((cue) => ({ id: message.id, cue }))].filter(
      ({ id }) => ids.has(id),
    ),
    balance: addToBalance(balance, message, found.codes ?? []),
  };
}
