import { useEffect, useRef, useState } from 'react';
import type { View } from '@/utils/messaging/view';
import { usePanel, usePanelActions } from './panel-context';
import { conversationId } from './panel-store';

/** A suggestion on its way to being the supporter's own words. It stays when new suggestions come in. */
export function AdaptCard({ view }: { view: View }) {
  const { copy } = usePanelActions();
  const of = conversationId(view);
  const text = usePanel((state) => (state.adapting?.of === of ? state.adapting.text : null));
  const adapt = usePanel((state) => state.adapt);
  const say = usePanel((state) => state.say);
  const [failed, setFailed] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const isOpen = text !== null;

  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);

  if (text === null) return null;

  async function onCopy(words: string): Promise<void> {
    try {
      await copy(words);
      say('Copied your words.');
      adapt(null);
    } catch {
      field.current?.select();
      setFailed(true);
    }
  }

  return (
    <section className="card adapt-card" aria-labelledby="adapt-title">
      <h2 className="card-title" id="adapt-title">
        In your own words
      </h2>
      <textarea
        ref={field}
        className="adapt-text"
        aria-labelledby="adapt-title"
        rows={4}
        value={text}
        onChange={({ target }) => {
          adapt({ of, text: target.value });
        }}
      />
      {failed && (
        <p className="small" role="alert">
          The browser would not copy it. The words are selected: press Ctrl or ⌘ and C.
        </p>
      )}
      <div className="row">
        <button
          type="button"
          className="button button-primary"
          disabled={text.trim() === ''}
          onClick={() => void onCopy(text)}
        >
          Copy
        </button>
        <button
          type="button"
          className="button-quiet"
          onClick={() => {
            adapt(null);
          }}
        >
          Close
        </button>
      </div>
    </section>
  );
}
