// The shared styles come first, so that the page's own can refine them.
import '../../styles/tokens.css';
import '../../styles/base.css';
import '../../styles/controls.css';
import '../debrief/debrief.css';
import './scenarios.css';
import { useEffect, useState } from 'react';
import type { Scenario } from '@/utils/practice/scenario';
import { fieldWords } from '@/utils/practice/scenario-problems';
import type { DamagedScenario } from '@/utils/storage/scenario-store';
import { hashOf } from '../route';
import { ImportCard } from './import-card';
import { ScenarioEditor } from './scenario-editor';
import type { ScenariosApi } from './scenarios-api';

type Own = Awaited<ReturnType<ScenariosApi['own']>>;

/** An id for a copy that nobody has yet. */
export function freshId(base: string, taken: readonly string[]): string {
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? `${base}-own` : `${base}-own-${String(n)}`;
    if (!taken.includes(id)) return id;
  }
}

/** All scenarios: those that ship, to copy, and the person's own, to edit, import and export. */
export function ScenariosPage({ api }: { api: ScenariosApi }) {
  const [own, setOwn] = useState<Own | 'loading' | 'failed'>('loading');
  const [editing, setEditing] = useState<Scenario | null>(null);
  const [life, setLife] = useState(0);
  useEffect(() => {
    let current = true;
    api.own().then(
      (found) => {
        if (current) setOwn(found);
      },
      () => {
        if (current) setOwn('failed');
      },
    );
    return () => {
      current = false;
    };
  }, [api, life]);

  const again = (): void => {
    setLife((before) => before + 1);
  };
  if (editing !== null) {
    return (
      <ScenarioEditor
        api={api}
        scenario={editing}
        onDone={() => {
          setEditing(null);
          again();
        }}
      />
    );
  }
  const builtIn = api.builtIn();
  const mine: Own = typeof own === 'string' ? { scenarios: [], damaged: [] } : own;
  const taken = [...builtIn, ...mine.scenarios].map(({ id }) => id);
  return (
    <main className="debrief scenarios">
      <h1>Scenarios</h1>
      <p className="debrief-lead soft">
        Who there is to practise with. The ones that come with Sidelight can be copied and changed; yours stay
        on this device until you export them.
      </p>
      {own === 'failed' && <p role="alert">Your own scenarios could not be read. Please reload the page.</p>}
      <section className="card debrief-card" aria-labelledby="own-title">
        <h2 className="card-title" id="own-title">
          Yours
        </h2>
        {mine.scenarios.length + mine.damaged.length === 0 && own !== 'loading' && (
          <p className="soft">None yet. Copy one below, or import a file.</p>
        )}
        <ul className="scenario-lines">
          {mine.damaged.map((one) => (
            <Damaged key={one.id} damaged={one} onRemove={() => void api.remove(one.id).then(again)} />
          ))}
          {mine.scenarios.map((scenario) => (
            <li key={scenario.id} className="scenario-line">
              <Name scenario={scenario} />
              <span className="row">
                <button
                  type="button"
                  className="button"
                  onClick={() => {
                    setEditing(scenario);
                  }}
                >
                  Edit<span className="unseen"> {scenario.title}</span>
                </button>
                <button
                  type="button"
                  className="button"
                  onClick={() => {
                    api.saveFile(
                      `${scenario.id}.json`,
                      JSON.stringify(scenario, null, 2),
                      'application/json',
                    );
                  }}
                >
                  Export<span className="unseen"> {scenario.title}</span>
                </button>
                <button
                  type="button"
                  className="button-quiet"
                  onClick={() => void api.remove(scenario.id).then(again)}
                >
                  Delete<span className="unseen"> {scenario.title}</span>
                </button>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <ImportCard api={api} taken={mine.scenarios.map(({ id }) => id)} onImported={again} />
      <section className="card debrief-card" aria-labelledby="built-in-title">
        <h2 className="card-title" id="built-in-title">
          With Sidelight
        </h2>
        <ul className="scenario-lines">
          {builtIn.map((scenario) => (
            <li key={scenario.id} className="scenario-line">
              <Name scenario={scenario} />
              <button
                type="button"
                className="button"
                onClick={() => {
                  setEditing({
                    ...scenario,
                    id: freshId(scenario.id, taken),
                    title: `${scenario.title} (copy)`,
                  });
                }}
              >
                Copy and edit<span className="unseen"> {scenario.title}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}

function Name({ scenario: { id, title, theme, level, person } }: { scenario: Scenario }) {
  return (
    <div>
      <a href={hashOf({ at: 'begin', scenario: id })}>{title}</a>
      <p className="small soft">
        {person.name}, {person.age} · {theme} · level {level}
      </p>
    </div>
  );
}

function Damaged({ damaged: { id, problems }, onRemove }: { damaged: DamagedScenario; onRemove(): void }) {
  const [first] = problems;
  return (
    <li className="scenario-line damaged-line">
      <p className="note" role="alert">
        “{id}” cannot be used{first && `: ${fieldWords(first.field)}: ${first.problem}`}.
      </p>
      <button type="button" className="button" onClick={onRemove}>
        Discard it
      </button>
    </li>
  );
}
