import { useEffect, useId, useRef, useState } from 'react';
import type { TimelinePoint } from '@/utils/messaging/view';
import type { Hint } from '@/utils/suggestions/hint';
import { KIND_WORDS } from './hint-words';
import { usePanel, usePanelActions } from './panel-context';

/** How long "Copied" stays, in milliseconds. */
const COPIED_TIME = 2_000;

interface Props {
  hint: Hint;
  /** The conversation, by `conversationId`. */
  of: string;
  /** The device's own hint among an endpoint's: says so. */
  ownDevice: boolean;
  /** The message that it answers, when it is still on the timeline. */
  point: TimelinePoint | undefined;
}

/** One suggestion: what it does, its words, and the client's words it answers. */
export function HintItem({ hint, of, ownDevice, point }: Props) {
  const { copy } = usePanelActions();
  const adapt = usePanel((state) => state.adapt);
  const countCopy = usePanel((state) => state.copied);
  const say = usePanel((state) => state.say);
  const [why, setWhy] = useState(false);
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const words = useRef<HTMLParagraphElement>(null);
  const reason = useId();

  useEffect(() => {
    if (copied !== 'yes') return;
    const timer = setTimeout(() => {
      setCopied('no');
    }, COPIED_TIME);
    return () => {
      clearTimeout(timer);
    };
  }, [copied]);

  async function onCopy(): Promise<void> {
    try {
      await copy(hint.text);
      setCopied('yes');
      countCopy(of);
      say(`Copied the suggestion to ${hint.kind}.`);
    } catch {
      if (words.current !== null) getSelection()?.selectAllChildren(words.current);
      setCopied('failed');
    }
  }

  return (
    <li className="hint">
      <p className="hint-tag small">
        <b>{KIND_WORDS[hint.kind]}</b> · {hint.technique}
        {ownDevice && <span className="soft"> · on this device</span>}
      </p>
      <p ref={words}>{hint.text}</p>
      <div className="row hint-tools">
        <button
          type="button"
          className="button"
          aria-label={`Copy the suggestion to ${hint.kind}`}
          onClick={() => void onCopy()}
        >
          {copied === 'yes' ? 'Copied' : 'Copy'}
        </button>
        <button
          type="button"
          className="button-quiet"
          aria-label={`Adapt the suggestion to ${hint.kind}`}
          onClick={() => {
            adapt({ of, text: hint.text });
          }}
        >
          Adapt
        </button>
        <button
          type="button"
          className="button-quiet hint-why-button"
          aria-expanded={why}
          aria-controls={reason}
          onClick={() => {
            setWhy(!why);
          }}
        >
          Why?
        </button>
      </div>
      {copied === 'failed' && (
        <p className="small hint-why" role="alert">
          The browser would not copy it. The words are selected: press Ctrl or ⌘ and C.
        </p>
      )}
      <p className="small hint-why" id={reason} hidden={!why}>
        It answers {point === undefined ? 'what they wrote' : `message ${String(point.n)}`}:{' '}
        <q>{hint.because.text}</q>
      </p>
    </li>
  );
}
