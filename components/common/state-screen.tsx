import type { View } from '@/utils/messaging/view';
import { KNOWN_SITES } from '@/utils/sites/known-sites';
import { OtherWays } from '../live/other-ways';
import { Mark } from './icons';
import { sightInWords } from '../sides/sight-words';
import { usePanelActions } from '../live/panel-context';
import { FrameCard } from '../consent/frame-card';
import { FRAME_LOST, PRACTICE_SCREEN, STATE_SCREENS, UNSURE, type QuietState } from './state-words';
import './state-screen.css';

const READ_SITES = KNOWN_SITES.filter(({ state }) => state === 'read')
  .map(({ name }) => name)
  .join(', ');

/** States in which nothing is missed by doing something else. */
const WITHOUT_CHAT: ReadonlySet<QuietState> = new Set(['idle', 'forbidden', 'no-chat']);

/** A whole-panel message for a state without a conversation. */
export function StateScreen({ view, state }: { view: View; state: QuietState }) {
  const { openPractice } = usePanelActions();
  const isPractice = view.practice !== undefined;
  const isUnsure = view.isUnsure === true && state === 'no-chat';
  const isLost = view.isFrameLost === true && state === 'no-chat';
  const { title, text, more } = isPractice
    ? PRACTICE_SCREEN
    : isLost
      ? FRAME_LOST
      : isUnsure
        ? UNSURE
        : STATE_SCREENS[state];
  return (
    <section className="screen">
      <Mark />
      <h1>{title}</h1>
      <p>{text}</p>
      {state === 'no-chat' && !isPractice && !isUnsure && !isLost && (view.frames ?? []).length === 0 && (
        <p className="note soft">Sidelight knows these chats: {READ_SITES}.</p>
      )}
      {state === 'unreadable' && view.health !== undefined && (
        <p className="note soft">{sightInWords(view.health)}</p>
      )}
      {more !== undefined && <p className="note soft">{more}</p>}
      {view.taught === true && (
        <p className="note taught-lost">
          This site was taught, and has changed since. Teach it again and the new way takes the place of the
          old.
        </p>
      )}
      {state === 'no-chat' && !isPractice && <FrameCard key={view.tabId} view={view} />}
      {!isPractice && <OtherWays view={view} />}
      {!isPractice && WITHOUT_CHAT.has(state) && (
        <button type="button" className="button" onClick={openPractice}>
          Practise with a made-up person
        </button>
      )}
    </section>
  );
}

/** Shown while no view has come yet; it fades in late, so that a quick answer never flashes. */
export function WaitingScreen() {
  return (
    <section className="screen screen-late">
      <Mark />
      <h1 className="screen-quiet">One moment…</h1>
    </section>
  );
}

/** The extension was updated under this open panel. */
export function OrphanedScreen() {
  return (
    <section className="screen">
      <Mark />
      <h1>Sidelight was updated</h1>
      <p>Close and reopen this panel.</p>
    </section>
  );
}
