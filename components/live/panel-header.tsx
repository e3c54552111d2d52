import type { PageState, View } from '@/utils/messaging/view';
import { Mark, PauseIcon, PlayIcon, SettingsIcon } from '../common/icons';
import { usePanelActions } from './panel-context';
import { PanelMenu } from './panel-menu';
import type { Link } from './panel-store';

/** The state of the page in one or two words. */
const STATE_WORDS: Record<PageState, string> = {
  idle: 'Not reading',
  forbidden: 'Not reading',
  consent: 'Not reading',
  starting: 'Starting',
  'no-chat': 'Not reading',
  unreadable: 'Can\u2019t read',
  reading: 'Reading',
  paused: 'Paused',
  outdated: 'Reload needed',
};

interface Props {
  view: View | null;
  link: Link;
}

export function PanelHeader({ view, link }: Props) {
  const { openSettings } = usePanelActions();
  const state = view?.state;
  return (
    <header className="panel-header">
      <span className="brand">
        <Mark />
        Sidelight
      </span>
      {link === 'lost' ? (
        <span className="chip">Reconnecting</span>
      ) : (
        state !== undefined && (
          <span className="chip">
            <i className={`state-dot state-${state}`} />
            {view?.pasted === true ? 'Pasted' : STATE_WORDS[state]}
          </span>
        )
      )}
      <span className="panel-tools">
        {view !== null && view.pasted !== true && <PauseButton view={view} />}
        {view !== null && <PanelMenu view={view} />}
        <button
          type="button"
          className="button-icon"
          aria-label="Settings"
          title="Settings"
          onClick={openSettings}
        >
          <SettingsIcon />
        </button>
      </span>
    </header>
  );
}

function PauseButton({ view: { state, tabId } }: { view: View }) {
  const { send } = usePanelActions();
  if (state !== 'reading' && state !== 'paused') return null;
  const reading = state === 'reading';
  const label = reading ? 'Pause reading' : 'Go on reading';
  return (
    <button
      type="button"
      className="button-icon"
      aria-label={label}
      title={label}
      onClick={() => {
        send({ kind: reading ? 'pause' : 'resume', tabId });
      }}
    >
      {reading ? <PauseIcon /> : <PlayIcon />}
    </button>
  );
}
