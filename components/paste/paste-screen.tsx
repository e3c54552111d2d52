import { useId, useState } from 'react';
import type { View } from '@/utils/messaging/view';
import { MAX_PASTE, readTranscript, type Transcript } from '@/utils/conversation/transcript/transcript';
import { usePanel } from '../live/panel-context';
import { ACCEPTED, NOT_UNDERSTOOD } from './paste-words';
import { WhoIsWho } from './who-is-who';
import './paste.css';

/** A way in for conversations on no page: the person pastes one and says who is who. Nothing of it is stored here. */
export function PasteScreen({ view }: { view: View }) {
  const paste = usePanel((state) => state.paste);
  const [text, setText] = useState('');
  const [read, setRead] = useState<Transcript | null>(null);
  const [problem, setProblem] = useState('');
  const id = useId();

  function understand(words: string): void {
    const found = words.length > MAX_PASTE ? null : readTranscript(words);
    setRead(found);
    if (words.length > MAX_PASTE)
      setProblem(
        `This is too long: at most ${MAX_PASTE.toLocaleString('en')} characters. Please take a part.`,
      );
    else setProblem(found ? '' : NOT_UNDERSTOOD);
  }

  function take(file: File | undefined): void {
    if (!file) return;
    file.text().then(
      (words) => {
        setText(words.slice(0, MAX_PASTE + 1));
        understand(words);
      },
      () => {
        setProblem('The file could not be opened. Please try another, or paste its text.');
      },
    );
  }

  if (read)
    return (
      <WhoIsWho
        view={view}
        text={text}
        first={read}
        onBack={() => {
          setRead(null);
        }}
      />
    );
  return (
    <section className="paste" aria-labelledby={`${id}-title`}>
      <h1 id={`${id}-title`}>Paste a conversation</h1>
      <p className="note soft" id={`${id}-help`}>
        {ACCEPTED}
      </p>
      {problem !== '' && (
        <p className="note paste-problem" role="alert">
          {problem}
        </p>
      )}
      <textarea
        className="paste-text"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-help`}
        rows={10}
        autoFocus
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setProblem('');
        }}
      />
      <div className="row">
        <button
          type="button"
          className="button button-primary button-large"
          disabled={text.trim() === ''}
          onClick={() => {
            understand(text);
          }}
        >
          Go on
        </button>
        <label className="button button-large paste-file">
          Open a file…
          <input
            className="unseen"
            type="file"
            accept=".txt,text/plain"
            onChange={({ target }) => {
              take(target.files?.[0]);
            }}
          />
        </label>
        <button
          type="button"
          className="button-quiet"
          onClick={() => {
            paste(null);
          }}
        >
          Cancel
        </button>
      </div>
      <p className="small soft">
        It is read on this computer, beside this tab, and forgotten when you close it or the tab.
      </p>
    </section>
  );
}
