import { useId, type ReactNode } from 'react';

interface Props {
  label: string;
  /** Shown below, and read out with the field. */
  help?: string;
  /** What is wrong with what was typed. */
  problem?: string | undefined;
  children: (ids: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }) => ReactNode;
}

/** A labelled field with its help and, when there is one, its problem. */
export function Field({ label, help, problem, children }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': `${id}-help ${id}-problem`,
        'aria-invalid': problem !== undefined,
      })}
      <p id={`${id}-problem`} className="note field-problem" role="alert">
        {problem}
      </p>
      <p id={`${id}-help`} className="note soft">
        {help}
      </p>
    </div>
  );
}

interface TickProps {
  label: string;
  help?: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** A tick box with its whole sentence to click on. */
export function Tick({ label, help, checked, disabled = false, onChange }: TickProps) {
  const id = useId();
  return (
    <div className="tick">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={`${id}-help`}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        <p id={`${id}-help`} className="note soft">
          {help}
        </p>
      </div>
    </div>
  );
}
