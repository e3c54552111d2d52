import { CloseIcon } from '../common/icons';
import type { View } from '@/utils/messaging/view';
import { usePanel } from './panel-context';
import { conversationId } from './panel-store';

/** Copies, unchanged, in one conversation after which the supporter's own words are invited, once. */
export const NUDGE_AFTER = 3;

/** One gentle sentence; closed, it does not come back in this conversation. */
export function CopyNudge({ view }: { view: View }) {
  const of = conversationId(view);
  const copies = usePanel((state) => state.copies[of] ?? 0);
  const closeNudge = usePanel((state) => state.closeNudge);
  if (copies < NUDGE_AFTER) return null;
  return (
    <div className="notice notice-quiet copy-nudge">
      <p className="note">
        That was your third suggestion as it stood. Your own words carry further: <b>Adapt</b> lets you make
        the next one yours.
      </p>
      <button
        type="button"
        className="button-icon"
        aria-label="Close this note"
        onClick={() => {
          closeNudge(of);
        }}
      >
        <CloseIcon />
      </button>
    </div>
  );
}
