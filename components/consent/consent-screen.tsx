import { useState } from 'react';
import type { View } from '@/utils/messaging/view';
import { originPattern, siteName } from '@/utils/platform/match-pattern';
import { usePanelActions } from '../live/panel-context';
import { consentWords } from './consent-words';
import './consent-screen.css';

type Step = 'asking' | 'put-off' | 'declined' | 'failed';

/** Asks, for one site, in plain words. Nothing is read before the person says yes twice: here, and to the browser. */
export function ConsentScreen({ view }: { view: View }) {
  const [step, setStep] = useState<Step>('asking');
  const { origin } = view;
  if (origin === undefined || originPattern(origin) === null) return <NoAddress />;
  const site = siteName(origin);

  if (step === 'put-off') {
    return (
      <section className="screen">
        <h1>Not reading</h1>
        <p className="soft">Nothing on {site} is read. Change your mind whenever you like.</p>
        <ReadButton view={view} origin={origin} onStep={setStep} />
      </section>
    );
  }
  return (
    <section className="screen consent">
      <h1>
        Read this conversation on <span className="consent-site">{site}</span>?
      </h1>
      <dl className="consent-list">
        {consentWords(view.engine).map(({ term, answer }) => (
          <div key={term}>
            <dt className="small">{term}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
      {step === 'declined' && (
        <p className="note consent-answer" role="alert">
          The browser was told no, so nothing is read. You can ask again.
        </p>
      )}
      {step === 'failed' && (
        <p className="note consent-answer" role="alert">
          The browser would not ask. Click the Sidelight icon in the toolbar, then try again here.
        </p>
      )}
      <ReadButton view={view} origin={origin} onStep={setStep} />
      <button
        type="button"
        className="button button-large"
        onClick={() => {
          setStep('put-off');
        }}
      >
        Not now
      </button>
      <p className="small soft">Your browser will ask once more, for this site only.</p>
    </section>
  );
}

interface ReadProps {
  view: View;
  origin: string;
  onStep(step: Step): void;
}

function ReadButton({ view: { tabId }, origin, onStep }: ReadProps) {
  const { requestSite, send } = usePanelActions();

  function onClick(): void {
    // First thing in the click: the browser shows its prompt only while it still sees the person's gesture.
    const answer = requestSite(origin);
    answer.then(
      (allowed) => {
        if (allowed) send({ kind: 'allowed', tabId, origin });
        else onStep('declined');
      },
      () => {
        onStep('failed');
      },
    );
  }

  return (
    <button type="button" className="button button-primary button-large" onClick={onClick}>
      Read this conversation on {siteName(origin)}
    </button>
  );
}

function NoAddress() {
  return (
    <section className="screen">
      <h1>Sidelight can’t see where this is</h1>
      <p className="soft">
        The browser does not tell the address of this page. Click the Sidelight icon in the toolbar while your
        chat is in front.
      </p>
    </section>
  );
}
