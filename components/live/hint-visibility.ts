import type { View } from '@/utils/messaging/view';

/** Words of their own after which a supporter counts as having begun a draft. */
const OWN_WORDS = 3;

/** Whether suggestions show, or why they wait: for a click, or for words of the supporter's own. */
export type Visibility = 'shown' | 'ask' | 'draft';

/** Names the client's message that the present suggestions answer; null while there are none. */
export function momentOf(view: View): string | null {
  if (view.hints === undefined) return null;
  return `${String(view.tabId)} ${view.conversation?.key ?? ''} ${view.hints.messageId}`;
}

/** `revealed` is the moment whose suggestions the supporter has opened, or drafted for. */
export function visibilityOf(view: View, revealed: string | null): Visibility {
  const { mode } = view.wording;
  if (mode === 'always' || (revealed !== null && revealed === momentOf(view))) return 'shown';
  return mode === 'on-request' ? 'ask' : 'draft';
}

/** Whether what stands in the page's composer is a start of the supporter's own. */
export function hasDraft({ draft = '' }: View): boolean {
  return draft.split(/\s+/).filter((word) => word !== '').length >= OWN_WORDS;
}
