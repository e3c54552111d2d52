import type { Preset } from '@/utils/llm/presets';
import type { KeyStatus } from '@/utils/privacy/key-vault';
import { Field } from './field';

const HELP: Record<Preset['key'], string> = {
  needed: 'The service asks for one.',
  optional: 'Leave it empty if the service needs none.',
  none: 'Not needed here.',
};

interface Props {
  preset: Preset;
  host: string | null;
  value: string;
  status: KeyStatus;
  onChange: (key: string) => void;
  onRemove: () => void;
}

/** Takes a key and never shows one: what is kept is only said to be there. */
export function KeyField({ preset, host, value, status, onChange, onRemove }: Props) {
  return (
    <div>
      <Field label="Key" help={status.kept ? '' : HELP[preset.key]}>
        {(ids) => (
          <input
            {...ids}
            type="password"
            autoComplete="off"
            spellCheck={false}
            placeholder={status.kept ? 'type a new one to replace it' : ''}
            value={value}
            onChange={(event) => {
              onChange(event.target.value);
            }}
          />
        )}
      </Field>
      {status.kept && (
        <p className="row note key-kept">
          <span>
            A key for {host} is kept {status.remembered ? 'on this computer' : 'until the browser closes'}.
          </span>
          <button type="button" className="button" onClick={onRemove}>
            Remove key
          </button>
        </p>
      )}
    </div>
  );
}
