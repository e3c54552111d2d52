import { useState } from 'react';
import { parseScenario, type Scenario } from '@/utils/practice/scenario';
import { fieldWords, type ScenarioProblem } from '@/utils/practice/scenario-problems';
import { MAX_SCENARIO_CHARACTERS } from '@/utils/storage/scenario-store';
import { NOT_SAVED } from './not-saved';
import { ScenarioPreview } from './scenario-preview';
import type { ScenariosApi } from './scenarios-api';

type News =
  | { kind: 'preview'; scenario: Scenario }
  | { kind: 'problems'; problems: readonly ScenarioProblem[] }
  | { kind: 'said'; text: string };

const MOST_PROBLEMS = 8;

interface Props {
  api: ScenariosApi;
  /** Ids of own scenarios, which an import with the same id takes the place of. */
  taken: readonly string[];
  onImported(): void;
}

/** A scenario from a file: shown before it is taken over; a broken one says which field. */
export function ImportCard({ api, taken, onImported }: Props) {
  const [news, setNews] = useState<News | null>(null);

  async function read(file: File): Promise<void> {
    const broken = (problem: string): void => {
      setNews({ kind: 'problems', problems: [{ field: '', problem }] });
    };
    if (file.size > MAX_SCENARIO_CHARACTERS * 4) {
      broken('it is far too long for a scenario');
      return;
    }
    let value: unknown;
    try {
      value = JSON.parse(await file.text());
    } catch {
      broken('it is not JSON. Check for a comma or a quote that is missing');
      return;
    }
    const parsed = parseScenario(value);
    setNews(
      parsed.ok
        ? { kind: 'preview', scenario: parsed.scenario }
        : { kind: 'problems', problems: parsed.problems },
    );
  }

  async function takeOver(scenario: Scenario): Promise<void> {
    const saved = await api.save(scenario);
    if (saved.ok) {
      setNews({ kind: 'said', text: `“${scenario.title}” is among yours now, and on the start page.` });
      onImported();
    } else setNews({ kind: 'said', text: NOT_SAVED[saved.reason] });
  }

  return (
    <section className="card debrief-card" aria-labelledby="import-title">
      <h2 className="card-title" id="import-title">
        From a file
      </h2>
      <div className="field">
        <label htmlFor="scenario-file">Choose a scenario file</label>
        <input
          id="scenario-file"
          type="file"
          accept="application/json,.json"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void read(file);
            target.value = '';
          }}
        />
      </div>
      <div role="status" className="import-news">
        {news?.kind === 'said' && <p>{news.text}</p>}
        {news?.kind === 'problems' && (
          <>
            <p>Nothing was taken over. What to mend in the file:</p>
            <ProblemList problems={news.problems} />
          </>
        )}
      </div>
      {news?.kind === 'preview' && (
        <div className="import-preview">
          <h3>{news.scenario.title}</h3>
          <p className="note">{news.scenario.about}</p>
          <ScenarioPreview scenario={news.scenario} />
          {taken.includes(news.scenario.id) && (
            <p className="note">
              You have one with the id “{news.scenario.id}”. This one would take its place.
            </p>
          )}
          <div className="row">
            <button
              type="button"
              className="button button-primary"
              onClick={() => {
                void takeOver(news.scenario);
              }}
            >
              Take it over
            </button>
            <button
              type="button"
              className="button"
              onClick={() => {
                setNews(null);
              }}
            >
              Leave it
            </button>
          </div>
        </div>
      )}
    </section>
  );
}

/** What is wrong, field by field, in words. */
export function ProblemList({ problems }: { problems: readonly ScenarioProblem[] }) {
  return (
    <ul className="problems note">
      {problems.slice(0, MOST_PROBLEMS).map(({ field, problem }) => (
        <li key={`${field} ${problem}`}>
          <b>{fieldWords(field)}</b>: {problem}. {field !== '' && <code className="small soft">{field}</code>}
        </li>
      ))}
      {problems.length > MOST_PROBLEMS && <li>and {problems.length - MOST_PROBLEMS} more</li>}
    </ul>
  );
}
