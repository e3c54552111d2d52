// The shared styles come first, so that a component's own can refine them.
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/controls.css';
import './panel.css';
import type { View } from '@/utils/messaging/view';
import { ConsentScreen } from '../consent/consent-screen';
import { NoticeBar } from '../common/notice-bar';
import { OrphanedScreen, StateScreen, WaitingScreen } from '../common/state-screen';
import { AfterCard } from '../after/after-card';
import { BalanceCard } from '../coaching/balance-card';
import { OpenCuesCard } from '../coaching/open-cues-card';
import { DraftCard } from '../draft/draft-card';
import { SafetyCard } from '../safety/safety-card';
import { GuessNote } from '../sides/guess-note';
import { WhoCard, WhoLine } from '../sides/who-card';
import { TimelineCard } from '../timeline/timeline-card';
import { PastedNote } from '../paste/pasted-note';
import { PasteScreen } from '../paste/paste-screen';
import { TeachScreen } from '../teach/teach-screen';
import { HintsCard } from './hints-card';
import { PanelFooter } from './panel-footer';
import { PanelHeader } from './panel-header';
import { usePanel, usePanelActions } from './panel-context';
import { Status } from './status';
import { conversationId } from './panel-store';

/** The whole side panel. It draws the view that it was given last, and of no other tab. */
export function Panel() {
  const link = usePanel((state) => state.link);
  const view = usePanel((state) => state.view);
  return (
    <div className="panel">
      <PanelHeader view={view} link={link} />
      <main className="panel-main">
        {link === 'orphaned' ? <OrphanedScreen /> : view === null ? <WaitingScreen /> : <Body view={view} />}
      </main>
      {view !== null && <PanelFooter key={view.tabId} view={view} />}
      <Status view={view} />
    </div>
  );
}

function Body({ view }: { view: View }) {
  const isPasting = usePanel((state) => state.pasting === view.tabId);
  if (view.teaching) return <TeachScreen view={view} teaching={view.teaching} />;
  if (isPasting) return <PasteScreen key={view.tabId} view={view} />;
  switch (view.state) {
    case 'consent':
      return (
        <>
          <NoticeBar view={view} />
          <ConsentScreen key={`${String(view.tabId)} ${view.origin ?? ''}`} view={view} />
        </>
      );
    case 'reading':
    case 'paused':
      return <Conversation key={conversationId(view)} view={view} />;
    case 'idle':
    case 'forbidden':
    case 'starting':
    case 'no-chat':
    case 'unreadable':
    case 'outdated':
      return (
        <>
          <NoticeBar view={view} />
          <StateScreen view={view} state={view.state} />
        </>
      );
  }
}

/** Everything about one conversation. Its key is the conversation, so that no choice crosses over. */
function Conversation({ view }: { view: View }) {
  return (
    <>
      <ConversationTitle view={view} />
      <NoticeBar view={view} />
      {view.pasted === true && <PastedNote view={view} />}
      {view.state === 'paused' && <PausedNote tabId={view.tabId} />}
      <SafetyCard view={view} />
      <GuessNote view={view} />
      <WhoCard view={view} />
      {view.practice?.help === 'off' ? <UnaidedNote /> : <Coaching view={view} />}
      {view.health?.busy === true && (
        <p className="small soft">This page changes faster than it can be read. Readings may lag a little.</p>
      )}
    </>
  );
}

function Coaching({ view }: { view: View }) {
  return (
    <>
      {/* What they are doing now comes first; the rest is below, where it was. */}
      <DraftCard view={view} />
      {view.points.length === 0 ? <NothingYet view={view} /> : <TimelineCard view={view} />}
      <OpenCuesCard view={view} />
      {view.points.length > 0 && view.state === 'reading' && <HintsCard view={view} />}
      <BalanceCard view={view} />
      <AfterCard view={view} />
    </>
  );
}

function ConversationTitle({ view }: { view: View }) {
  const title = view.conversation?.title ?? '';
  return (
    <div className="conversation-title">
      <h1>{title === '' ? 'This conversation' : title}</h1>
      {view.practice !== undefined ? (
        <p className="chip practice-chip">Practice, not a real person</p>
      ) : (
        view.site !== undefined && <p className="small soft">{view.site}</p>
      )}
      <WhoLine view={view} />
    </div>
  );
}

function PausedNote({ tabId }: { tabId: number }) {
  const { send } = usePanelActions();
  return (
    <section className="card paused-note">
      <p>
        <strong>Paused.</strong> New messages are not read until you go on.
      </p>
      <button
        type="button"
        className="button button-primary"
        onClick={() => {
          send({ kind: 'resume', tabId });
        }}
      >
        Go on reading
      </button>
    </section>
  );
}

/** An unaided check-up: the person finds out what they can do alone. */
function UnaidedNote() {
  return (
    <section className="card empty-card">
      <h2>Unaided check-up</h2>
      <p className="soft">
        Sidelight keeps its readings, suggestions and remarks back until the end. It still watches for words
        of danger.
      </p>
    </section>
  );
}

function NothingYet({ view }: { view: View }) {
  const unsure = view.counts.unknown > 0;
  // The question about the names says it already.
  if (unsure && view.whoQuestion !== undefined) return null;
  return (
    <section className="card empty-card">
      <h2>{unsure ? 'Whose words are whose?' : 'Waiting for their first message'}</h2>
      <p className="soft">
        {unsure
          ? 'Sidelight sees messages here but can\u2019t tell which are theirs, so it reads none of them rather than guess.'
          : 'When they write, you will see here how the message reads and three things you could say.'}
      </p>
    </section>
  );
}
