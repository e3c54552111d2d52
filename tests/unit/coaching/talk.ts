import { inputFor } from '@/scripts/measure/draft-input';
import { checkDraft, type DraftCheck } from '@/utils/coaching/check-draft';
import type { DraftInput } from '@/utils/coaching/moment';

/** Lines such as "C: hello" (client) and "S: hi" (supporter), oldest first. */
export function talk(lines: readonly string[], draft: string, extra: Partial<DraftInput> = {}): DraftInput {
  const messages = lines.map((line) => ({
    side: line.startsWith('C: ') ? ('client' as const) : ('supporter' as const),
    text: line.slice(3),
  }));
  return { ...inputFor({ messages, draft }, { codeModel: null }), ...extra };
}

export const check = (lines: readonly string[], draft: string, extra: Partial<DraftInput> = {}): DraftCheck =>
  checkDraft(talk(lines, draft, extra));

export const flagIds = (lines: readonly string[], draft: string, extra: Partial<DraftInput> = {}): string[] =>
  check(lines, draft, extra).flags.map(({ id }) => id);
