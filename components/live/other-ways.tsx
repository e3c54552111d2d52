import type { View } from '@/utils/messaging/view';
import { usePanel, usePanelActions } from './panel-context';

/** Ways to a conversation that Sidelight does not find by itself. */
export function OtherWays({ view }: { view: View }) {
  const paste = usePanel((state) => state.paste);
  const { send } = usePanelActions();
  if (view.state === 'starting' || view.state === 'outdated') return null;
  return (
    <div className="other-ways">
      {canTeach(view) && (
        <button
          type="button"
          className="button button-primary button-large"
          onClick={() => {
            send({ kind: 'teach', tabId: view.tabId });
          }}
        >
          Teach this site
        </button>
      )}
      <button
        type="button"
        className="button button-large"
        onClick={() => {
          paste(view.tabId);
        }}
      >
        Paste a conversation
      </button>
    </div>
  );
}

/** A site can be taught once it may be read. */
export function canTeach({ state, pasted, teaching }: View): boolean {
  return !teaching && pasted !== true && ['no-chat', 'unreadable', 'reading', 'paused'].includes(state);
}
