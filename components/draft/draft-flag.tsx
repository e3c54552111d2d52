import { useState } from 'react';
import type { ShownDraftCheck, View } from '@/utils/messaging/view';
import { usePanel, usePanelActions } from '../live/panel-context';
import { conversationId } from '../live/panel-store';

interface Props {
  view: View;
  flag: ShownDraftCheck['flags'][number];
}

/** One remark about the draft: why it may matter, a direction, another way on request, and the way to be rid of it. */
export function DraftFlag({ view, flag }: Props) {
  const { send } = usePanelActions();
  const adapt = usePanel((state) => state.adapt);
  const [isAsking, setAsking] = useState(false);
  const { tabId } = view;
  const other = view.hints?.hints.find(({ kind }) => kind === flag.rewording);
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
        {other !== undefined && (
          <button
            type="button"
            className="button-quiet"
            aria-label={`Another way, instead of: ${flag.name}`}
            onClick={() => {
              adapt({ of: conversationId(view), text: other.text });
            }}
          >
            Another way
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
