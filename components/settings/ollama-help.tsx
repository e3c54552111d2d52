import { useState } from 'react';
import { ollamaSteps } from './settings-words';

interface Props {
  /** The variable with its value, for this browser. */
  line: string;
  copy: (text: string) => Promise<void>;
}

/** The exact line that lets this browser's extensions in, and where it goes. */
export function OllamaHelp({ line, copy }: Props) {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  return (
    <div className="ollama-help">
      <p>Ollama answers an extension only when it is started with this line:</p>
      <p className="row">
        <code>{line}</code>
        <button
          type="button"
          className="button"
          onClick={() => {
            copy(line).then(
              () => {
                setCopied('yes');
              },
              () => {
                setCopied('no');
              },
            );
          }}
        >
          Copy
        </button>
        <span role="status" className="note">
          {copied === 'yes' && 'Copied'}
          {copied === 'no' && 'Please copy it by hand'}
        </span>
      </p>
      <ul className="note">
        {ollamaSteps(line).map(({ system, step }) => (
          <li key={system}>
            <b>{system}:</b> {step}
          </li>
        ))}
      </ul>
      <p className="note">
        Then quit Ollama and start it again. In LM Studio and others, switch on CORS instead.
      </p>
    </div>
  );
}
