import { useId, useState } from 'react';
import type { Side } from '@/utils/conversation/message';
import {
  ownName,
  readTranscript,
  withSides,
  type PastedName,
  type Transcript,
} from '@/utils/conversation/transcript/transcript';
import type { View } from '@/utils/messaging/view';
import { usePanel, usePanelActions } from '../live/panel-context';

/** Names offered at most: a longer list is a room, not a conversation. */
const MOST_NAMES = 12;

interface Props {
  view: View;
  text: string;
  first: Transcript;
  onBack(): void;
}

/** Who of those in a pasted conversation is the supporter, and whom they support. Nothing is guessed. */
export function WhoIsWho({ view: { tabId }, text, first, onBack }: Props) {
  const { send } = usePanelActions();
  const paste = usePanel((state) => state.paste);
  const [notNames, setNotNames] = useState<ReadonlySet<string>>(new Set());
  const [read, setRead] = useState(first);
  const [me, setMe] = useState<string | null>(ownName(first.names));
  const [chosen, setChosen] = useState<string | null>(null);
  const names = read.names.slice(0, MOST_NAMES);
  const others = names.filter(({ name }) => name !== me);
  const client = others.length === 1 ? (others[0]?.name ?? null) : chosen === me ? null : chosen;

  function leaveOut(name: string): void {
    const without = new Set([...notNames, name]);
    const again = readTranscript(text, without);
    if (!again) return;
    setNotNames(without);
    setRead(again);
    if (me === name) setMe(null);
    if (chosen === name) setChosen(null);
  }

  function show(): void {
    const sides = new Map<string, Side>();
    if (client !== null) sides.set(client, 'client');
    if (me !== null) sides.set(me, 'supporter');
    const title = (client ?? 'Pasted conversation').slice(0, 300);
    send({ kind: 'paste-transcript', tabId, title, messages: withSides(read, sides) });
    paste(null);
  }

  return (
    <section className="paste" aria-label="Who is who in the pasted conversation">
      <h1>Which of these is you?</h1>
      <p className="note soft">
        {countWords(read.messages.length)}, read as {read.format.name}.
        {read.leftOut > 0 && ` The oldest ${String(read.leftOut)} were left out.`}
        {read.unclearDates &&
          ' Whether the day or the month comes first can’t be told, so messages have no time.'}
      </p>
      <Choice
        legend="Which of these is you?"
        names={names}
        value={me}
        onChange={setMe}
        {...(read.format.id === 'plain' && names.length > 2 && { onLeaveOut: leaveOut })}
      />
      {me !== null && others.length > 1 && (
        <>
          <h2>And whom do you support?</h2>
          <Choice legend="Whom do you support?" names={others} value={client} onChange={setChosen} />
          <p className="note soft">What everybody else wrote is kept out of the readings.</p>
        </>
      )}
      <div className="row">
        <button
          type="button"
          className="button button-primary button-large"
          disabled={me === null || client === null}
          onClick={show}
        >
          Show the readings
        </button>
        <button type="button" className="button-quiet" onClick={onBack}>
          Back to the text
        </button>
      </div>
    </section>
  );
}

interface ChoiceProps {
  legend: string;
  names: readonly PastedName[];
  value: string | null;
  onChange(name: string): void;
  onLeaveOut?(name: string): void;
}

function Choice({ legend, names, value, onChange, onLeaveOut }: ChoiceProps) {
  const group = useId();
  return (
    <fieldset className="paste-names">
      <legend className="unseen">{legend}</legend>
      {names.map(({ name, count, sample }) => (
        <div key={name} className="paste-name">
          <label>
            <input
              type="radio"
              name={group}
              checked={name === value}
              onChange={() => {
                onChange(name);
              }}
            />
            <span>
              <b>{name}</b> <span className="small soft">{countWords(count)}</span>
              <span className="small soft paste-sample">{sample}</span>
            </span>
          </label>
          {onLeaveOut && (
            <button
              type="button"
              className="button-quiet"
              aria-label={`${name} is not a name`}
              onClick={() => {
                onLeaveOut(name);
              }}
            >
              Not a name
            </button>
          )}
        </div>
      ))}
    </fieldset>
  );
}

function countWords(count: number): string {
  return count === 1 ? '1 message' : `${String(count)} messages`;
}
