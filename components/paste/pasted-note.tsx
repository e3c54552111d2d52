import type { View } from '@/utils/messaging/view';
import { usePanelActions } from '../live/panel-context';
import './paste.css';

/** Says that this is no page's conversation, and how to leave it. */
export function PastedNote({ view: { tabId } }: { view: View }) {
  const { send } = usePanelActions();
  return (
    <section className="card pasted-note" aria-label="Pasted conversation">
      <p className="note">
        <strong>You pasted this.</strong> Nothing of the page is shown here. It is forgotten when you close it
        or the tab.
      </p>
      <button
        type="button"
        className="button"
        onClick={() => {
          send({ kind: 'close-paste', tabId });
        }}
      >
        Close and forget
      </button>
    </section>
  );
}
