import { useEffect, useState } from 'react';
import { mergeDraftRules } from '@/utils/coaching/override';
import { DRAFT_RULES } from '@/utils/coaching/rule-set';
import { changedRules } from './changed-rules';
import type { SettingsApi } from './settings-api';

/** Longest file that is read, in bytes: far more than any set of rules. */
const LONGEST = 200_000;

type News =
  | { kind: 'preview'; changes: unknown; names: readonly string[] }
  | { kind: 'problems'; problems: readonly string[] }
  | { kind: 'said'; text: string };

type Api = Pick<SettingsApi, 'loadRuleChanges' | 'saveRuleChanges' | 'removeRuleChanges'>;

/** An organisation's own draft rules, from a file. What it changes is shown before it is taken over. */
export function RuleChangesCard({ api }: { api: Api }) {
  const [names, setNames] = useState<readonly string[]>([]);
  const [news, setNews] = useState<News | null>(null);

  useEffect(() => {
    let current = true;
    api.loadRuleChanges().then(
      (changes) => {
        if (current) setNames(changedRules(changes));
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [api]);

  async function read(file: File): Promise<void> {
    if (file.size > LONGEST) {
      setNews({ kind: 'problems', problems: ['The file is far too long for a set of rules.'] });
      return;
    }
    let changes: unknown;
    try {
      changes = JSON.parse(await file.text());
    } catch {
      setNews({
        kind: 'problems',
        problems: ['The file is not JSON. Check for a comma or a quote that is missing.'],
      });
      return;
    }
    const merged = mergeDraftRules(DRAFT_RULES, changes);
    setNews(
      merged.ok
        ? { kind: 'preview', changes, names: changedRules(changes) }
        : { kind: 'problems', problems: merged.problems },
    );
  }

  function run(deed: Promise<void>, done: string, next: readonly string[]): void {
    deed.then(
      () => {
        setNames(next);
        setNews({ kind: 'said', text: done });
      },
      () => {
        setNews({ kind: 'problems', problems: ['The browser would not keep it. Please try again.'] });
      },
    );
  }

  return (
    <section className="card" aria-labelledby="changes-title">
      <div className="card-head">
        <h2 id="changes-title" className="card-title">
          Your organisation’s draft rules
        </h2>
        <span className="chip">
          {names.length === 0 ? 'as they ship' : `changed: ${String(names.length)}`}
        </span>
      </div>
      <p className="soft">
        An organisation can switch rules, reword them and change their patterns with a file that it hands out.
        {names.length > 0 && ` In force here: ${names.join(', ')}.`}
      </p>
      <div className="field">
        <label htmlFor="rule-changes">Choose a file of rule changes</label>
        <input
          id="rule-changes"
          type="file"
          accept="application/json,.json"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void read(file);
            target.value = '';
          }}
        />
      </div>
      {names.length > 0 && (
        <div className="row">
          <button
            type="button"
            className="button button-large"
            onClick={() => {
              run(api.removeRuleChanges(), 'The rules are as they ship again.', []);
            }}
          >
            Back to the rules as they ship
          </button>
        </div>
      )}
      <div role="status" className="settings-news">
        {news?.kind === 'said' && <p>{news.text}</p>}
        {news?.kind === 'problems' && (
          <div>
            <p>Nothing was changed:</p>
            <ul>
              {news.problems.slice(0, 8).map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </div>
        )}
        {news?.kind === 'preview' && (
          <div>
            <p>
              {news.names.length === 0
                ? 'This file changes nothing.'
                : `This file changes: ${news.names.join(', ')}.`}
            </p>
            {news.names.length > 0 && (
              <button
                type="button"
                className="button"
                onClick={() => {
                  run(
                    api.saveRuleChanges(news.changes),
                    'Taken over. It holds from the next draft on.',
                    news.names,
                  );
                }}
              >
                Take it over
              </button>
            )}
          </div>
        )}
      </div>
    </section>
  );
}
