import { useId, useState } from 'react';
import type { OutgoingReword, OutgoingText } from '@/utils/messaging/outgoing';
import { usePanelActions } from './panel-context';

type Look = { step: 'closed' | 'waiting' | 'nothing' | 'failed' } | { step: 'open'; text: OutgoingText };

interface Props {
  tabId: number;
  /** The remark for which another way to say the draft would be asked; hints when left out. */
  reword?: OutgoingReword;
}

/** Shows, word for word, what a call sends. Looking sends nothing. */
export function WhatIsSent({ tabId, reword }: Props) {
  const { readOutgoing } = usePanelActions();
  const [look, setLook] = useState<Look>({ step: 'closed' });
  const id = useId();

  function onToggle(): void {
    if (look.step !== 'closed') {
      setLook({ step: 'closed' });
      return;
    }
    setLook({ step: 'waiting' });
    readOutgoing(tabId, reword).then(
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
                <figcaption>
                  {role === 'system'
                    ? 'Instructions'
                    : reword
                      ? 'The conversation and your draft'
                      : 'The conversation'}
                </figcaption>
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
