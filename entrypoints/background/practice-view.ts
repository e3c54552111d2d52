import type { View } from '@/utils/messaging/view';
import type { Help } from '@/utils/practice/help';

/** What an unaided check-up keeps back: everything but what is about safety. */
const KEPT_BACK = ['hints', 'cues', 'balance', 'draft', 'draftCheck'] as const;

/** The view beside a practice session. The session's own choice of help takes the place of the usual one. */
export function practiceView(view: View, help: Help): View {
  const shown: View = { ...view, practice: { help } };
  // Practice is no site that could be given back.
  delete shown.origin;
  if (help !== 'off') {
    shown.wording = { ...view.wording, mode: help === 'on' ? 'always' : 'on-request' };
    return shown;
  }
  for (const key of KEPT_BACK) Reflect.deleteProperty(shown, key);
  return { ...shown, points: [] };
}
