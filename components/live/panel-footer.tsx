import { useState } from 'react';
import type { View } from '@/utils/messaging/view';
import { siteName } from '@/utils/platform/match-pattern';
import { usePanelActions } from './panel-context';

/** The promise, the count, and the way out. */
export function PanelFooter({ view }: { view: View }) {
  const { total } = view.counts;
  return (
    <footer className="panel-footer small soft">
      <p>Reads only. It never types, clicks or sends.</p>
      <div className="panel-footer-line">
        <StopSite view={view} />
        {view.practice === undefined && <PractiseButton />}
        {total > 0 && (
          <span className="count">{total === 1 ? '1 message' : `${String(total)} messages`}</span>
        )}
      </div>
    </footer>
  );
}

function PractiseButton() {
  const { openPractice } = usePanelActions();
  return (
    <button type="button" className="button-quiet" onClick={openPractice}>
      Practise
    </button>
  );
}

function StopSite({ view: { origin, state, tabId } }: { view: View }) {
  const { send } = usePanelActions();
  const [step, setStep] = useState<'closed' | 'asking' | 'put-back'>('closed');
  const allowed = !['idle', 'forbidden', 'consent'].includes(state);
  if (origin === undefined || !allowed) return null;
  const site = siteName(origin);

  if (step !== 'asking') {
    return (
      <button
        type="button"
        className="button-quiet stop-site"
        autoFocus={step === 'put-back'}
        onClick={() => {
          setStep('asking');
        }}
      >
        Stop reading on {site}
      </button>
    );
  }
  return (
    <div className="stop-ask" role="group" aria-label={`Stop reading on ${site}`}>
      <p>Stop on {site}? Sidelight gives the permission back and forgets what it read there.</p>
      <div className="row">
        <button
          type="button"
          className="button"
          onClick={() => {
            setStep('closed');
            send({ kind: 'stop-site', tabId, origin });
          }}
        >
          Stop and forget
        </button>
        <button
          type="button"
          className="button"
          autoFocus
          onClick={() => {
            setStep('put-back');
          }}
        >
          Keep reading
        </button>
      </div>
    </div>
  );
}
