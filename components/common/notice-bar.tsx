import type { View } from '@/utils/messaging/view';
import { usePanel, usePanelActions } from '../live/panel-context';
import { CloseIcon } from './icons';
import { NOTICES, RESUMED } from './notices';
import './notice-bar.css';

/** One notice at most: the worker's problem, else that the panel has caught up after a restart. */
export function NoticeBar({ view }: { view: View }) {
  const resumed = usePanel((state) => state.resumed);
  const { send } = usePanelActions();
  const quiet = view.problem === undefined;
  if (quiet && !resumed) return null;
  const notice = view.problem === undefined ? RESUMED : NOTICES[view.problem];
  return (
    <div className={quiet ? 'notice notice-quiet' : 'notice'}>
      <p className="note">
        <strong>{notice.title}.</strong> {notice.text}
      </p>
      {view.problem !== undefined && (
        <button
          type="button"
          className="button-icon"
          aria-label="Close this notice"
          onClick={() => {
            send({ kind: 'dismiss-problem', tabId: view.tabId });
          }}
        >
          <CloseIcon />
        </button>
      )}
    </div>
  );
}
