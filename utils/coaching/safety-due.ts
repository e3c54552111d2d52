import type { CodedSpan } from '../analysis/codes/code';
import { codeMessage } from '../analysis/codes/code-message';
import type { SafetyCue } from '../analysis/safety-cue';
import type { Message } from '../conversation/message';

/** A safety cue with the message that carries it. */
export interface SafetyCueAt {
  id: string;
  cue: SafetyCue;
}

/**
 * The safety cues about which the supporter has not asked since: of the client's last `turnsBack` turns, plain
 * or indirect ones; what is past, negated or about others (`check`) is left to the safety card. Ordered as given.
 */
export function cuesToAskAbout(
  messages: readonly Message[],
  codes: ReadonlyMap<string, readonly CodedSpan[]>,
  cues: readonly SafetyCueAt[],
  turnsBack: number,
  asksByWords: (text: string) => boolean,
): SafetyCueAt[] {
  const open = new Set<string>();
  /** The client's last turn answers a question about safety. */
  let isAnswer = false;
  let turns = 0;
  let last: Message['side'] | undefined;
  for (let i = messages.length - 1; i >= 0; i -= 1) {
    const message = messages[i];
    if (!message || message.deleted) continue;
    if (message.side === 'supporter') {
      const spans = codes.get(message.id) ?? codeMessage(message.text);
      if (spans.some(({ code }) => code === 'safety-check') || asksByWords(message.text)) {
        isAnswer = turns === 1;
        break;
      }
    } else {
      if (last !== message.side) turns += 1;
      if (turns > turnsBack) break;
      open.add(message.id);
    }
    last = message.side;
  }
  const near = cues.filter(({ id }) => open.has(id));
  // The newest message that speaks of it says that it is past, or not so.
  const newest = near.at(-1)?.id;
  if (near.every(({ id, cue }) => id !== newest || cue.strength === 'check')) return [];
  const strong = isAnswer ? ['explicit'] : ['explicit', 'indirect'];
  return near.filter(({ cue }) => strong.includes(cue.strength));
}
