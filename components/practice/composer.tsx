import { useId, useState } from 'react';

/** Longest turn that can be written; what is longer is a pasted document. */
const LONGEST = 12_000;

interface Props {
  name: string;
  onSend(text: string): void;
  onDraft(text: string): void;
}

/** Where the supporter writes. Enter sends, as in most chats; with Shift it makes a new line. */
export function Composer({ name, onSend, onDraft }: Props) {
  const [text, setText] = useState('');
  const id = useId();
  const send = (): void => {
    if (text.trim() === '') return;
    setText('');
    onSend(text);
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label className="unseen" htmlFor={id}>
        Write to {name}
      </label>
      <textarea
        id={id}
        rows={2}
        maxLength={LONGEST}
        value={text}
        placeholder={`Write to ${name}`}
        autoFocus
        onChange={({ target }) => {
          setText(target.value);
          onDraft(target.value);
        }}
        onKeyDown={(event) => {
          // While an input method composes, Enter chooses a word.
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <button type="submit" className="button button-primary button-large" disabled={text.trim() === ''}>
        Send
      </button>
    </form>
  );
}
