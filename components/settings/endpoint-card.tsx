import { useEffect, useRef, type FormEvent } from 'react';
import { PRESETS } from '@/utils/llm/presets';
import type { Endpoint } from '@/utils/llm/settings';
import { EndpointNews } from './endpoint-news';
import { Field, Tick } from './field';
import { KeyField } from './key-field';
import type { SettingsApi } from './settings-api';
import { consentWords, REMEMBER_WARNING } from './settings-words';
import { useEndpointForm } from './use-endpoint-form';

interface Props {
  api: SettingsApi;
  saved: Endpoint | null;
  onChanged: (endpoint: Endpoint | null) => void;
}

/** Sets up the one endpoint that suggestions may come from. */
export function EndpointCard({ api, saved, onChanged }: Props) {
  const form = useEndpointForm(api, saved, onChanged);
  const { fields, problems, change } = form;
  const formElement = useRef<HTMLFormElement>(null);
  useEffect(() => {
    formElement.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);
  const testing = form.news?.kind === 'testing';

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    form.save();
  }

  return (
    <section className="card" aria-labelledby="endpoint-title">
      <div className="card-head">
        <h2 id="endpoint-title" className="card-title">
          Language model
        </h2>
        <span className="chip">{stateOf(saved)}</span>
      </div>
      <p className="soft">
        Optional. Suggestions can come from a language model of your choice or of your organisation. Without
        one, they come from this computer.
      </p>
      <form ref={formElement} className="settings-form" noValidate onSubmit={onSubmit}>
        <Field label="Service" help={fields.preset.help}>
          {(ids) => (
            <select
              {...ids}
              value={fields.preset.id}
              onChange={(event) => {
                const preset = PRESETS.find(({ id }) => id === event.target.value);
                if (preset) change({ preset, baseUrl: preset.baseUrl, model: '' });
              }}
            >
              {PRESETS.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Address" problem={problems.baseUrl}>
          {(ids) => (
            <input
              {...ids}
              type="url"
              inputMode="url"
              autoComplete="off"
              spellCheck={false}
              placeholder="https://api.example.org/v1"
              value={fields.baseUrl}
              onChange={(event) => {
                change({ baseUrl: event.target.value });
              }}
            />
          )}
        </Field>
        <Field label="Model" problem={problems.model}>
          {(ids) => (
            <input
              {...ids}
              type="text"
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              placeholder={`for example: ${fields.preset.exampleModel}`}
              value={fields.model}
              onChange={(event) => {
                change({ model: event.target.value });
              }}
            />
          )}
        </Field>
        <KeyField
          preset={fields.preset}
          host={form.address?.host ?? null}
          value={fields.key}
          status={form.key}
          onChange={(key) => {
            change({ key });
          }}
          onRemove={form.removeKey}
        />
        <Tick
          label="Remember the key on this computer"
          help={REMEMBER_WARNING}
          checked={fields.remember}
          onChange={(remember) => {
            change({ remember });
          }}
        />
        <Tick
          label={consentWords(form.address?.host ?? 'this host')}
          help="Each conversation asks again. Check with your organisation that it agrees."
          checked={fields.consented}
          disabled={form.address === null}
          onChange={(consented) => {
            change({ consented });
          }}
        />
        <div className="row">
          <button type="submit" className="button button-primary button-large">
            Save
          </button>
          <button type="button" className="button button-large" disabled={testing} onClick={form.test}>
            Test connection
          </button>
          {saved && (
            <button type="button" className="button button-large" onClick={form.turnOff}>
              Turn off
            </button>
          )}
        </div>
        <EndpointNews news={form.news} api={api} />
      </form>
    </section>
  );
}

function stateOf(saved: Endpoint | null): string {
  if (saved === null) return 'off';
  return saved.consented ? `on: ${saved.model}` : 'set up, but off';
}
