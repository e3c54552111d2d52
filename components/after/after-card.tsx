import { useState } from 'react';
import type { AfterChat } from '@/utils/messaging/after-chat';
import type { View } from '@/utils/messaging/view';
import { balanceMeaning, isTelling } from '../coaching/balance-words';
import { usePanelActions } from '../live/panel-context';
import { BreathingSpace } from './breathing-space';
import { HandoffNote } from './handoff-note';
import { LoadCheck } from './load-check';
import './after.css';

type Look = { step: 'closed' | 'waiting' | 'failed' } | { step: 'open'; after: AfterChat };

/** After the chat: what opened up, what stayed open, how heavy it was. For the supporter alone. */
export function AfterCard({ view }: { view: View }) {
  const { lookBack } = usePanelActions();
  const [look, setLook] = useState<Look>({ step: 'closed' });
  if (view.counts.supporter === 0 || view.counts.client === 0) return null;

  function open(): void {
    setLook({ step: 'waiting' });
    lookBack(view.tabId).then(
      (after) => {
        setLook(after === null ? { step: 'failed' } : { step: 'open', after });
      },
      () => {
        setLook({ step: 'failed' });
      },
    );
  }

  if (look.step !== 'open') {
    return (
      <div className="after-start">
        <button type="button" className="button-quiet" disabled={look.step === 'waiting'} onClick={open}>
          Look back on this chat
        </button>
        {look.step === 'failed' && (
          <p className="small" role="alert">
            That did not work. The conversation is still here; please try again.
          </p>
        )}
      </div>
    );
  }
  const { after } = look;
  return (
    <section className="card after-card" aria-labelledby="after-title">
      <div className="card-head">
        <h2 className="card-title" id="after-title">
          Looking back
        </h2>
        <button
          type="button"
          className="button-quiet"
          onClick={() => {
            setLook({ step: 'closed' });
          }}
        >
          Close
        </button>
      </div>
      <p className="small soft">For you alone. It is made now, on this device, and kept nowhere.</p>
      <Quotes
        title="What opened up"
        none="Nothing that Sidelight could see. It sees little."
        quotes={after.opened}
      />
      <Quotes title="What stayed open" none="Nothing that it noticed." quotes={after.open} />
      <div>
        <h3 className="note">What to try next time</h3>
        <p>
          {isTelling(after.balance)
            ? balanceMeaning(after.balance)
            : 'Too short a talk to say. Notice one moment that went well.'}
        </p>
      </div>
      <LoadCheck />
      <BreathingSpace />
      <HandoffNote note={after.note} />
    </section>
  );
}

function Quotes({ title, none, quotes }: { title: string; none: string; quotes: AfterChat['open'] }) {
  return (
    <div>
      <h3 className="note">{title}</h3>
      {quotes.length === 0 ? (
        <p className="soft">{none}</p>
      ) : (
        <ul className="after-quotes">
          {quotes.map(({ n, text }) => (
            <li key={`${String(n)} ${text}`}>
              <q>{text}</q>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
