import { useEffect, useState, type FormEvent } from 'react';
import type { Spending } from '@/utils/llm/usage';
import { Field } from './field';
import type { SettingsApi } from './settings-api';
import { formOf, NO_FIGURES, parseFigures, type Figures } from './spending-form';

const FIELDS: { name: keyof Figures; label: string; help: string }[] = [
  { name: 'calls', label: 'Most calls', help: 'For one conversation. Empty: no limit.' },
  { name: 'tokens', label: 'Most tokens', help: 'Sent and received together. Empty: no limit.' },
  { name: 'money', label: 'Most money', help: 'Needs the two prices below. Empty: no limit.' },
  { name: 'prompt', label: 'Price of a million tokens sent', help: 'As your provider lists it.' },
  { name: 'completion', label: 'Price of a million tokens received', help: 'As your provider lists it.' },
  { name: 'currency', label: 'Currency', help: 'Shown before the amount, for instance €.' },
];

/** Limits and prices of the language model's calls. At a limit, suggestions come from the device. */
export function SpendingCard({ api }: { api: Pick<SettingsApi, 'loadSpending' | 'saveSpending'> }) {
  const [figures, setFigures] = useState<Figures>(NO_FIGURES);
  const [problems, setProblems] = useState<Partial<Record<keyof Figures, string>>>({});
  const [news, setNews] = useState('');

  useEffect(() => {
    let current = true;
    api.loadSpending().then(
      (spending) => {
        if (current) setFigures(formOf(spending));
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [api]);

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    const parsed = parseFigures(figures);
    setProblems(parsed.problems);
    if (parsed.spending === null) {
      setNews('');
      return;
    }
    save(parsed.spending);
  }

  function save(spending: Spending): void {
    api.saveSpending(spending).then(
      () => {
        setNews('Saved.');
      },
      () => {
        setNews('The browser would not keep it. Please try again.');
      },
    );
  }

  return (
    <section className="card" aria-labelledby="spending-title">
      <div className="card-head">
        <h2 id="spending-title" className="card-title">
          Limits and prices
        </h2>
      </div>
      <p className="soft">
        Each suggestion from a language model is one call. When a conversation reaches a limit, calls stop and
        suggestions come from this device. Prices only serve the estimate that the panel shows.
      </p>
      <form noValidate onSubmit={onSubmit}>
        <div className="spending-fields">
          {FIELDS.map(({ name, label, help }) => (
            <Field key={name} label={label} help={help} problem={problems[name]}>
              {(ids) => (
                <input
                  {...ids}
                  inputMode={name === 'currency' ? 'text' : 'decimal'}
                  maxLength={12}
                  autoComplete="off"
                  value={figures[name]}
                  onChange={({ target }) => {
                    setFigures({ ...figures, [name]: target.value });
                  }}
                />
              )}
            </Field>
          ))}
        </div>
        <div className="row">
          <button type="submit" className="button button-large">
            Save limits and prices
          </button>
          <p role="status">{news}</p>
        </div>
      </form>
    </section>
  );
}
