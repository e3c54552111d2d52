import { useId, useRef, useState } from 'react';
import { usePanelActions } from '../live/panel-context';

/** The note for a colleague or supervisor: redacted, the supporter's to edit, copied by a click. */
export function HandoffNote({ note }: { note: string }) {
  const { copy } = usePanelActions();
  const [text, setText] = useState(note);
  const [news, setNews] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  async function onCopy(): Promise<void> {
    try {
      await copy(text);
      setNews('Copied. Paste it where your organisation keeps notes.');
    } catch {
      field.current?.select();
      setNews('The browser would not copy it. The words are selected: press Ctrl or ⌘ and C.');
    }
  }

  return (
    <div className="handoff">
      <label htmlFor={id} className="note">
        Hand-off note
      </label>
      <textarea
        id={id}
        ref={field}
        className="adapt-text"
        rows={9}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
        }}
      />
      <div className="row">
        <button type="button" className="button" onClick={() => void onCopy()}>
          Copy the note
        </button>
      </div>
      <p role="status" className="small soft">
        {news}
      </p>
    </div>
  );
}
