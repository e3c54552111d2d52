import { useState } from 'react';
import type { ShownDraftCheck, View } from '@/utils/messaging/view';
import { usePanelActions } from '../live/panel-context';
import { WhatIsSent } from '../live/what-is-sent';
import { type Asked, isSentAway, RewordingBox } from './rewording';

interface Props {
  view: View;
  flag: ShownDraftCheck['flags'][number];
  draft: string;
}

/** One remark about the draft: why it may matter, a direction, another way on request, and the way to be rid of it. */
export function DraftFlag({ view, flag, draft }: Props) {
  const { send } = usePanelActions();
  const [isAsking, setAsking] = useState(false);
  /** What another way was asked for last: the box stays as it is while they write on. */
  const [asked, setAsked] = useState<Asked | null>(null);
  const { tabId } = view;
  const next = asked?.draft === draft ? asked.round + 1 : 0;
  // While a safety cue is open there is no help with wording.
  const canReword = flag.canReword && view.safety.length === 0;
  const off = (where: 'here' | 'everywhere'): void => {
    send({ kind: 'flag', tabId, flag: flag.id, on: false, where });
  };
  return (
    <div className="draft-flag">
      <p className="small">
        <b>{flag.name}</b>
      </p>
      <p className="note">{flag.because}</p>
      <p className="note">{flag.direction}</p>
      <div className="row">
        {canReword && (
          <button
            type="button"
            className="button-quiet"
            aria-expanded={asked !== null}
            aria-label={`Show another way to say it, instead of: ${flag.name}`}
            onClick={() => {
              setAsked(asked === null ? { draft, round: 0 } : null);
            }}
          >
            Show another way to say it
          </button>
        )}
        <button
          type="button"
          className="button-quiet"
          aria-expanded={isAsking}
          aria-label={`Not helpful: ${flag.name}`}
          onClick={() => {
            setAsking(!isAsking);
          }}
        >
          Not helpful
        </button>
      </div>
      {canReword && isSentAway(view) && (
        <div className="small soft">
          <WhatIsSent
            key={`${String(next)} ${draft}`}
            tabId={tabId}
            reword={{ draft, flag: flag.id, round: next }}
          />
        </div>
      )}
      {canReword && asked !== null && (
        <RewordingBox
          view={view}
          flag={flag}
          asked={asked}
          onAnother={() => {
            setAsked({ draft, round: next });
          }}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
      {isAsking && (
        <div className="row" role="group" aria-label={`Stop: ${flag.name}`}>
          <button
            type="button"
            className="button"
            onClick={() => {
              off('here');
            }}
          >
            Not in this chat
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              off('everywhere');
            }}
          >
            Never
          </button>
        </div>
      )}
    </div>
  );
}
