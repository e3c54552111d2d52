import type { View } from '@/utils/messaging/view';
import type { Help } from '@/utils/practice/help';

/**
 * The view beside a practice session. The session's own choice of help takes the place of the usual one, and
 * an unaided check-up keeps everything back but what is about safety.
 */
export function practiceView({ origin: _, ...view }: View, help: Help): View {
  const practice = { help };
  if (help !== 'off') {
    const mode = help === 'on' ? 'always' : 'on-request';
    return { ...view, practice, wording: { ...view.wording, mode } };
  }
  const { hints: _hints, cues: _cues, balance: _balance, draft: _draft, draftCheck: _check, ...rest } = view;
  return { ...rest, practice, points: [] };
}
