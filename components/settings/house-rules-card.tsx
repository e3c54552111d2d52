import { useEffect, useId, useState } from 'react';
import { houseRulesSchema } from '@/utils/llm/settings';
import type { SettingsApi } from './settings-api';

/** An organisation's own rules for what a language model suggests, one on each line. */
export function HouseRulesCard({ api }: { api: Pick<SettingsApi, 'loadHouseRules' | 'saveHouseRules'> }) {
  const [text, setText] = useState('');
  const [news, setNews] = useState('');
  const id = useId();

  useEffect(() => {
    let current = true;
    api.loadHouseRules().then(
      (rules) => {
        if (current) setText(rules.join('\n'));
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [api]);

  function save(): void {
    const rules = houseRulesSchema.safeParse(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    );
    if (!rules.success) {
      setNews('At most 20 rules of at most 300 characters each. Please shorten them; nothing was changed.');
      return;
    }
    api.saveHouseRules(rules.data).then(
      () => {
        setNews('Saved. They go with every request from now on.');
      },
      () => {
        setNews('The browser would not keep it. Please try again.');
      },
    );
  }

  return (
    <section className="card" aria-labelledby="house-title">
      <div className="card-head">
        <h2 id="house-title" className="card-title">
          Your organisation’s rules
        </h2>
      </div>
      <div className="field">
        <label htmlFor={id}>Rules for a language model, one on each line</label>
        <textarea
          id={id}
          rows={4}
          aria-describedby={`${id}-help`}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
          }}
        />
        <p id={`${id}-help`} className="note soft">
          For instance: “Never suggest meeting in person.” Safety rules of Sidelight hold whatever stands
          here.
        </p>
      </div>
      <div className="row">
        <button type="button" className="button button-large" onClick={save}>
          Save the rules
        </button>
      </div>
      <p role="status">{news}</p>
    </section>
  );
}
