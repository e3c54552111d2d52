import type { SafetyCue } from '@/utils/analysis/safety-cue';
import type { Delta } from '@/utils/conversation/delta';
import { messagesIn } from '@/utils/conversation/messages-in';
import { excerptAround } from '@/utils/conversation/excerpt';
import type { OpenSafety } from '@/utils/messaging/view';
import type { ConversationLog } from '@/utils/storage/conversation-log';
import { without, type ConversationRecord } from '@/utils/storage/tab-record';
import type { Engine } from './engine';

/** Safety cues shown at once; the rest wait behind them. */
const MAX_SHOWN = 3;
/** Characters of the message shown on each side of a safety cue. */
const QUOTE_MARGIN = 90;

/**
 * Looks for safety cues in every message that the supporter did not write, before anything else is done with
 * it. A message of unknown side is looked at too.
 */
export function watchSafety(
  delta: Delta,
  log: ConversationLog,
  record: ConversationRecord,
  engine: Engine,
): void {
  for (const { id, side, text } of messagesIn(delta)) {
    if (side === 'supporter') {
      record.safety = without(record.safety, id);
      continue;
    }
    const cue = plainest(engine.findSafetyCues(text));
    const maskedCue = cue && engine.maskMethods(cue.text);
    // A message taken back still said it; one seen again in the same words was dealt with already.
    if (!cue || maskedCue === undefined || record.safety[id]?.cue.text === maskedCue) continue;
    record.safety[id] = {
      acknowledged: false,
      n: log.dropped + log.messages.findIndex((message) => message.id === id) + 1,
      cue: { ...cue, text: maskedCue },
      quote: engine.maskMethods(excerptAround(text, cue.start, cue.end, QUOTE_MARGIN)),
    };
  }
}

/** What the supporter has not acknowledged yet, newest first. */
export function openSafety(record: ConversationRecord | undefined): OpenSafety[] {
  return Object.entries(record?.safety ?? {})
    .filter(([, { acknowledged }]) => !acknowledged)
    .map(([messageId, { n, cue, quote }]) => ({ messageId, n, cue, quote }))
    .sort((a, b) => b.n - a.n)
    .slice(0, MAX_SHOWN);
}

const PLAINNESS: Record<SafetyCue['strength'], number> = { explicit: 0, indirect: 1, check: 2 };

function plainest(cues: readonly SafetyCue[]): SafetyCue | undefined {
  return [...cues].sort((a, b) => PLAINNESS[a.strength] - PLAINNESS[b.strength])[0];
}
