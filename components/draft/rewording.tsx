import { useEffect, useRef, useState } from 'react';
import { LLM_ERROR_WORDS } from '@/utils/llm/error-words';
import type { RewordTrouble } from '@/utils/messaging/reword-stream';
import type { ShownDraftCheck, View } from '@/utils/messaging/view';
import { usePanel, usePanelActions } from '../live/panel-context';
import { conversationId } from '../live/panel-store';
import type { Rewording } from './reword-client';

interface Props {
  view: View;
  flag: ShownDraftCheck['flags'][number];
  asked: Asked;
  onAnother(): void;
  onClose(): void;
}

/** The draft that another way was asked for, and how often before, from 0. */
export interface Asked {
  draft: string;
  round: number;
}

/** Another way to say a draft: to copy by a click, or to make one's own. It never reaches the page by itself. */
export function RewordingBox({ view, flag, asked, onAnother, onClose }: Props) {
  const { reword, copy } = usePanelActions();
  const adapt = usePanel((state) => state.adapt);
  const countCopy = usePanel((state) => state.copied);
  const say = usePanel((state) => state.say);
  const [rewording, setRewording] = useState<Rewording | null>(null);
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const words = useRef<HTMLParagraphElement>(null);
  const { tabId } = view;
  const of = conversationId(view);

  useEffect(() => reword({ tabId, flag: flag.id, ...asked }, setRewording), [reword, tabId, flag.id, asked]);

  if (rewording === null || rewording.status === 'asking') return null;
  const { text, from, status, trouble } = rewording;

  async function onCopy(wording: string): Promise<void> {
    try {
      await copy(wording);
      setCopied('yes');
      countCopy(of);
      say('Copied another way to say it.');
    } catch {
      if (words.current !== null) getSelection()?.selectAllChildren(words.current);
      setCopied('failed');
    }
  }

  return (
    <div className="rewording" role="group" aria-label={`Another way, instead of: ${flag.name}`}>
      {text === null ? (
        <p className="note">
          {status === 'waiting'
            ? 'Looking for another way …'
            : `No better wording found, try: ${flag.direction}`}
        </p>
      ) : (
        <>
          <p className="small soft">{from === 'model' ? `From ${modelName(view)}` : 'Made on this device'}</p>
          <p ref={words}>{text}</p>
        </>
      )}
      {status === 'waiting' && text !== null && asksModel(view) && (
        <p className="small soft">{modelName(view)} is asked for another …</p>
      )}
      {trouble !== undefined && <p className="small soft">{troubleWords(trouble)}</p>}
      <div className="row">
        {text !== null && (
          <>
            <button
              type="button"
              className="button"
              aria-label="Copy this way to say it"
              onClick={() => void onCopy(text)}
            >
              {copied === 'yes' ? 'Copied' : 'Copy'}
            </button>
            <button
              type="button"
              className="button-quiet"
              aria-label="Adapt this way to say it"
              onClick={() => {
                adapt({ of, text });
              }}
            >
              Adapt
            </button>
            <button
              type="button"
              className="button-quiet"
              onClick={() => {
                setCopied('no');
                onAnother();
              }}
            >
              Another
            </button>
          </>
        )}
        <button type="button" className="button-quiet" onClick={onClose}>
          Close
        </button>
      </div>
      {copied === 'failed' && (
        <p className="small" role="alert">
          The browser would not copy it. The words are selected: press Ctrl or ⌘ and C.
        </p>
      )}
    </div>
  );
}

/** A language model is set up and allowed for this conversation. */
export function asksModel({ engine }: View): boolean {
  return engine.kind === 'llm' && engine.allowed;
}

/** Asking for another way sends the draft off this device. */
export function isSentAway(view: View): boolean {
  return asksModel(view) && view.engine.kind === 'llm' && view.engine.builtin === undefined;
}

/** The name under which the person knows the model. */
export function modelName({ engine }: View): string {
  return engine.kind === 'llm' ? engine.host : '';
}

function troubleWords(trouble: RewordTrouble): string {
  if (trouble === 'unsaid')
    return 'The model’s words would have been remarked on as well, so they are not shown.';
  return LLM_ERROR_WORDS[trouble].title;
}
