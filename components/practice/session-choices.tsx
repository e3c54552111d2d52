import { useId, type ReactNode } from 'react';
import type { NextPractice } from '@/utils/practice/growth/next';
import type { SessionRecord } from '@/utils/practice/record';
import type { VoiceEndpoint } from './practice-api';

/** What can be chosen before a session. */
export type Chosen = Pick<SessionRecord, 'help' | 'pace' | 'voice' | 'keep'>;

interface Option<T> {
  value: T;
  label: string;
  text: string;
}

const HELP: readonly Option<Chosen['help']>[] = [
  { value: 'on', label: 'On', text: 'Suggestions in the panel, and a remark after each of your turns.' },
  { value: 'request', label: 'When I ask', text: 'You go first; help waits behind a button.' },
  {
    value: 'off',
    label: 'Off: unaided check-up',
    text: 'Find out what you can do alone. The look back comes all the same.',
  },
];
const PACE: readonly Option<Chosen['pace']>[] = [
  { value: 'human', label: 'Like a person', text: 'They read, they type, they send in bits.' },
  { value: 'instant', label: 'At once', text: 'No waiting.' },
];

function labelOf({ help, isCheckUp }: Pick<NextPractice, 'help' | 'isCheckUp'>): string {
  if (isCheckUp) return 'an unaided check-up';
  return { on: 'help on', request: 'help when you ask', off: 'no help' }[help];
}

interface Props {
  chosen: Chosen;
  endpoint: VoiceEndpoint | null;
  /** From the practice so far; null while there is none. */
  proposal: Pick<NextPractice, 'help' | 'helpWhy' | 'isCheckUp'> | null;
  onChange(chosen: Chosen): void;
  openSettings(): void;
}

/** Help, pace, voice, and whether the session is kept. */
export function SessionChoices({ chosen, endpoint, proposal, onChange, openSettings }: Props) {
  const keepId = useId();
  const voices: readonly Option<Chosen['voice']>[] = [
    { value: 'device', label: 'From this device', text: 'Written lines. Nothing leaves this computer.' },
    {
      value: 'llm',
      label: `From ${endpoint?.host ?? ''}`,
      text: `Freer wording by ${endpoint?.model ?? ''}. The words of this practice are sent there, redacted, for the voice and for suggestions: names, numbers and links that Sidelight recognises are replaced first, but it can miss some. Choosing it allows that for this one practice.`,
    },
  ];
  return (
    <div className="choices">
      <Choice
        legend="Help beside the chat"
        options={HELP}
        value={chosen.help}
        onChoose={(help) => {
          onChange({ ...chosen, help });
        }}
      >
        {proposal && (
          <p className="small soft choice-proposal">
            Proposed from your practice: <strong>{labelOf(proposal)}</strong>. {proposal.helpWhy} It is yours
            to choose.
          </p>
        )}
      </Choice>
      <Choice
        legend="Pace"
        options={PACE}
        value={chosen.pace}
        onChoose={(pace) => {
          onChange({ ...chosen, pace });
        }}
      />
      <Choice
        legend="Their voice"
        options={endpoint === null ? voices.slice(0, 1) : voices}
        value={chosen.voice}
        onChoose={(voice) => {
          onChange({ ...chosen, voice });
        }}
      >
        {endpoint === null && (
          <p className="small soft">
            A language model of your own can give the voice once it is set up.{' '}
            <button type="button" className="button-quiet" onClick={openSettings}>
              Open the settings
            </button>
          </p>
        )}
      </Choice>
      <div className="tick">
        <input
          type="checkbox"
          id={keepId}
          checked={chosen.keep}
          onChange={({ target }) => {
            onChange({ ...chosen, keep: target.checked });
          }}
        />
        <div>
          <label htmlFor={keepId}>Keep this practice on this computer</label>
          <p className="small soft">
            For going on later, for looking back and for seeing yourself grow. Without it, everything is gone
            when the browser closes.
          </p>
        </div>
      </div>
    </div>
  );
}

function Choice<T extends string>({
  legend,
  options,
  value,
  onChoose,
  children,
}: {
  legend: string;
  options: readonly Option<T>[];
  value: T;
  onChoose(value: T): void;
  children?: ReactNode;
}) {
  const id = useId();
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      {options.map((option) => (
        <div key={option.value} className="choice-option">
          <input
            type="radio"
            id={`${id}-${option.value}`}
            name={id}
            checked={option.value === value}
            aria-describedby={`${id}-${option.value}-text`}
            onChange={() => {
              onChoose(option.value);
            }}
          />
          <div>
            <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
            <p className="small soft" id={`${id}-${option.value}-text`}>
              {option.text}
            </p>
          </div>
        </div>
      ))}
      {children}
    </fieldset>
  );
}
