import type { CodedSpan } from '@/utils/analysis/codes/code';
import { codeMessage } from '@/utils/analysis/codes/code-message';
import { trackCues } from '@/utils/analysis/cues/track-cues';
import { findSafetyCues } from '@/utils/analysis/safety/find-safety-cues';
import { draftRules } from '@/utils/coaching/rule-set';
import type { DraftInput } from '@/utils/coaching/moment';
import { measureBalance } from '@/utils/conversation/balance';
import type { Message } from '@/utils/conversation/message';
import { estimateStage } from '@/utils/conversation/stage';
import type { Readers } from '../suggest/talk';

interface Talk {
  messages: readonly { side: Message['side']; text: string }[];
  draft: string;
}

/**
 * What the extension knows of a conversation when its supporter pauses over a draft. `coded` are the codes of the
 * messages where they are known, by place.
 */
export function inputFor(
  { messages: lines, draft }: Talk,
  { codeModel, coded }: Pick<Readers, 'codeModel'> & { coded?: readonly (readonly CodedSpan[])[] },
): DraftInput {
  const messages = lines.map(({ side, text }, i): Message => ({ id: `m${i}`, side, text }));
  let client: string | undefined;
  const codes = new Map<string, readonly CodedSpan[]>();
  messages.forEach(({ id, side, text }, i) => {
    if (side === 'client') client = text;
    if (side === 'supporter')
      codes.set(id, coded?.[i] ?? codeMessage(text, client === undefined ? {} : { client }, codeModel));
  });
  const cues = trackCues(messages, { codes });
  return {
    draft,
    messages,
    codes,
    openCues: cues.open,
    stage: estimateStage(messages, codes, cues),
    balance: measureBalance(messages, codes),
    safetyCues: messages
      .filter(({ side }) => side === 'client')
      .flatMap(({ id, text }) => findSafetyCues(text).map((cue) => ({ id, cue }))),
    rules: draftRules(),
    codeModel,
  };
}
