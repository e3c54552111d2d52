import { useId, useState } from 'react';
import type { OutgoingText } from '@/utils/messaging/outgoing';
import type { View } from '@/utils/messaging/view';
import { BUDGET_WORDS } from '@/utils/llm/usage';
import { usePanelActions } from './panel-context';
import { usageSentence } from './usage-words';

/** What this conversation's calls cost so far, and the way to see what they send. */
export function EndpointUse({ view }: { view: View }) {
  const { usage, budgetReached } = view;
  return (
    <div className="endpoint-use small soft">
      {budgetReached && (
        <p className="endpoint-error" role="status">
          {BUDGET_WORDS[budgetReached]}
        </p>
      )}
      {usage && <p>{usageSentence(usage)}</p>}
      <WhatIsSent view={view} />
    </div>
  );
}

type Look = { step: 'closed' | 'waiting' | 'nothing' | 'failed' } | { step: 'open'; text: OutgoingText };

/** Shows, word for word, what a call sends. Looking sends nothing. */
function WhatIsSent({ view }: { view: View }) {
  const { readOutgoing } = usePanelActions();
  const [look, setLook] = useState<Look>({ step: 'closed' });
  const id = useId();

  function onToggle(): void {
    if (look.step !== 'closed') {
      setLook({ step: 'closed' });
      return;
    }
    setLook({ step: 'waiting' });
    readOutgoing(view.tabId).then(
      (text) => {
        setLook(text === null ? { step: 'nothing' } : { step: 'open', text });
      },
      () => {
        setLook({ step: 'failed' });
      },
    );
  }

  return (
    <>
      <button
        type="button"
        className="button-quiet"
        aria-expanded={look.step !== 'closed'}
        aria-controls={id}
        onClick={onToggle}
      >
        See exactly what is sent
      </button>
      <div id={id} hidden={look.step === 'closed'} className="what-is-sent">
        {look.step === 'nothing' && <p>Nothing would be sent now.</p>}
        {look.step === 'failed' && (
          <p role="alert">Sidelight could not say. Close and open this panel, then try again.</p>
        )}
        {look.step === 'open' && (
          <>
            <p>
              This is the text as it leaves the device, about {look.text.tokens.toLocaleString()} tokens. What
              Sidelight recognised as a name, number, address or link is replaced. Please check: it may have
              missed some.
            </p>
            {look.text.messages.map(({ role, content }, index) => (
              <figure key={index}>
                <figcaption>{role === 'system' ? 'Instructions' : 'The conversation'}</figcaption>
                {/* Scrolls, so the keyboard must reach it. */}
                <pre tabIndex={0}>{content}</pre>
              </figure>
            ))}
          </>
        )}
      </div>
    </>
  );
}
