import type { View } from '@/utils/messaging/view';
import { readingWords } from '../timeline/words';
import { visibilityOf } from './hint-visibility';

/**
 * What a screen reader says when the view changes: one short sentence, or null when nothing worth a word
 * happened. Safety cards speak for themselves, as alerts.
 */
export function announcement(before: View | null, now: View): string | null {
  const same = before?.tabId === now.tabId && before.conversation?.key === now.conversation?.key;
  if (!same || before.state !== now.state) return stateSentence(now);
  const last = now.points.at(-1);
  if (last === undefined || last.id === before.points.at(-1)?.id) return null;
  const isShown = now.safety.length === 0 && visibilityOf(now, null) === 'shown';
  const hints = isShown && (now.hints?.hints.length ?? 0) > 0 ? ' New suggestions.' : '';
  return `New message from them: ${readingWords(last.reading)}.${hints}`;
}

function stateSentence(view: View): string {
  const title = view.conversation?.title ?? 'this conversation';
  switch (view.state) {
    case 'reading':
      return `Reading ${title}.`;
    case 'paused':
      return 'Paused. Nothing is read.';
    case 'starting':
      return 'Looking for the conversation.';
    case 'idle':
    case 'forbidden':
    case 'consent':
    case 'no-chat':
    case 'unreadable':
    case 'outdated':
      return 'Not reading.';
  }
}
