import { useId, useMemo, useState } from 'react';
import { parseScenario, type Scenario } from '@/utils/practice/scenario';
import { FORM_FIELDS, type FormField, shownValue, typedValue, valueAt, withValue } from './fields';
import { ProblemList } from './import-card';
import { NOT_SAVED } from './not-saved';
import { ScenarioPreview } from './scenario-preview';
import type { ScenariosApi } from './scenarios-api';

interface Props {
  api: ScenariosApi;
  scenario: Scenario;
  onDone(): void;
}

/** A scenario as a form for the main fields and as data for all of it, checked while it is written. */
export function ScenarioEditor({ api, scenario, onDone }: Props) {
  const [data, setData] = useState<unknown>(scenario);
  const [view, setView] = useState<'form' | 'data'>('form');
  const [text, setText] = useState('');
  const [notJson, setNotJson] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const parsed = useMemo(() => parseScenario(data), [data]);
  const problems = notJson
    ? [{ field: '', problem: 'it is not JSON yet. Check for a comma or a quote that is missing' }]
    : parsed.ok
      ? []
      : parsed.problems;
  const dataId = useId();

  function show(next: 'form' | 'data'): void {
    if (next === 'data') setText(JSON.stringify(data, null, 2));
    setNotJson(false);
    setView(next);
  }

  function type(typed: string): void {
    setText(typed);
    try {
      setData(JSON.parse(typed));
      setNotJson(false);
    } catch {
      setNotJson(true);
    }
  }

  async function save(): Promise<void> {
    if (!parsed.ok) return;
    setFailed(null);
    const saved = await api.save(parsed.scenario);
    if (!saved.ok) {
      setFailed(NOT_SAVED[saved.reason]);
      return;
    }
    // A changed id is another place: the old one is not left behind.
    if (parsed.scenario.id !== scenario.id) await api.remove(scenario.id);
    onDone();
  }

  return (
    <main className="debrief scenarios">
      <h1>{String(valueAt(data, 'title') ?? 'A scenario')}</h1>
      <div className="row" role="group" aria-label="How to edit it">
        {(['form', 'data'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="button"
            aria-pressed={view === one}
            onClick={() => {
              show(one);
            }}
          >
            {one === 'form' ? 'Main fields' : 'All of it, as data'}
          </button>
        ))}
      </div>
      <section className="card debrief-card" aria-label={view === 'form' ? 'Main fields' : 'Data'}>
        {view === 'form' ? (
          <div className="editor-form">
            {FORM_FIELDS.map((field) => (
              <Field
                key={field.path}
                field={field}
                value={valueAt(data, field.path)}
                problem={
                  problems.find((one) => one.field === field.path || one.field.startsWith(`${field.path}.`))
                    ?.problem
                }
                onChange={(value) => {
                  setData(withValue(data, field.path, value));
                }}
              />
            ))}
          </div>
        ) : (
          <div className="field">
            <label htmlFor={dataId}>The scenario as JSON</label>
            <textarea
              id={dataId}
              className="editor-data"
              spellCheck={false}
              value={text}
              aria-invalid={problems.length > 0}
              onChange={({ target }) => {
                type(target.value);
              }}
            />
          </div>
        )}
      </section>
      <div role="status">
        {problems.length > 0 && (
          <section className="card debrief-card editor-problems" aria-label="What to mend">
            <p className="note">Before it can be saved:</p>
            <ProblemList problems={problems} />
          </section>
        )}
      </div>
      {parsed.ok && !notJson && (
        <section className="card debrief-card" aria-labelledby="preview-title">
          <h2 className="card-title" id="preview-title">
            How it would begin, and what is told when
          </h2>
          <ScenarioPreview scenario={parsed.scenario} />
        </section>
      )}
      {failed !== null && <p role="alert">{failed}</p>}
      <div className="row">
        <button
          type="button"
          className="button button-primary button-large"
          disabled={problems.length > 0}
          onClick={() => {
            save().catch(() => {
              setFailed('The browser would not keep it. Please try again.');
            });
          }}
        >
          Save it
        </button>
        <button type="button" className="button button-large" onClick={onDone}>
          Leave without saving
        </button>
      </div>
    </main>
  );
}

interface FieldProps {
  field: FormField;
  value: unknown;
  problem: string | undefined;
  onChange(value: unknown): void;
}

function Field({ field, value, problem, onChange }: FieldProps) {
  const id = useId();
  // What was typed is shown as typed, also where it is not a number yet.
  const [typed, setTyped] = useState(() => shownValue(field, value));
  const describedBy = problem === undefined ? undefined : `${id}-problem`;
  const shared = {
    id,
    value: typed,
    'aria-invalid': problem !== undefined,
    'aria-describedby': describedBy,
    onChange: ({ target }: { target: { value: string } }) => {
      setTyped(target.value);
      onChange(typedValue(field, target.value));
    },
  };
  const isWide = field.kind === 'long' || field.kind === 'lines';
  return (
    <div className={isWide ? 'field field-wide' : 'field'}>
      <label htmlFor={id}>{field.label}</label>
      {isWide ? (
        <textarea rows={field.kind === 'lines' ? 4 : 3} {...shared} />
      ) : field.kind === 'choice' ? (
        <select {...shared}>
          {field.options?.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : (
        <input type="text" inputMode={field.kind === 'number' ? 'decimal' : 'text'} {...shared} />
      )}
      {field.help !== undefined && <p className="small soft">{field.help}</p>}
      {problem !== undefined && (
        <p id={`${id}-problem`} className="small field-problem">
          {problem}
        </p>
      )}
    </div>
  );
}
