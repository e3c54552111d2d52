import { useEffect, useState } from 'react';
import type { NextPractice } from '@/utils/practice/growth/next';
import type { Scenario } from '@/utils/practice/scenario';
import type { SessionEntry } from '@/utils/storage/practice-store';
import type { PracticeApi } from './practice-api';
import { hashOf } from './route';
import { levelWords, personWords } from './scenario-words';

type Api = Pick<PracticeApi, 'scenarios' | 'list' | 'discard' | 'propose'>;

/** Where practice begins: what was left open, and the people to practise with. */
export function StartScreen({ api }: { api: Api }) {
  const [scenarios, setScenarios] = useState<readonly Scenario[]>([]);
  const [entries, setEntries] = useState<readonly SessionEntry[]>([]);
  const [proposal, setProposal] = useState<NextPractice | null>(null);
  useEffect(() => {
    let current = true;
    void api.scenarios().then((found) => {
      if (current) setScenarios(found);
    });
    api.list().then(
      (found) => {
        if (current) setEntries(found);
      },
      () => undefined,
    );
    api.propose().then(
      (found) => {
        if (current) setProposal(found);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [api]);

  const open = entries.filter(({ endedAt }) => endedAt === null);
  return (
    <main className="practice-main">
      <h1>Practise with a made-up person</h1>
      <p className="practice-lead soft">
        They open up when they feel heard, and close up when they don’t. Nobody real is on the other side, and
        every practice ends with a look back. The practice stays on this computer, unless you choose your
        endpoint for the voice.
      </p>
      {open.length > 0 && <OpenSessions api={api} entries={open} onChanged={setEntries} />}
      {proposal?.scenario && <NextCard proposal={proposal} scenario={proposal.scenario} />}
      <ul className="scenario-cards">
        {scenarios.map((scenario) => (
          <ScenarioCard key={scenario.id} scenario={scenario} />
        ))}
      </ul>
    </main>
  );
}

/** An offer, from what the practice so far showed: a skill that wants to come back, or a check-up. */
function NextCard({
  proposal,
  scenario,
}: {
  proposal: NextPractice;
  scenario: NonNullable<NextPractice['scenario']>;
}) {
  return (
    <section className="card open-sessions" aria-labelledby="next-title">
      <h2 className="card-title" id="next-title">
        Next, if you like
      </h2>
      <ul>
        <li>
          <span>
            <strong>{proposal.isCheckUp ? 'An unaided check-up' : scenario.title}</strong>{' '}
            <span className="small soft open-turns">
              {proposal.isCheckUp ? `${proposal.helpWhy} With: ${scenario.title}.` : scenario.why}
            </span>
          </span>
          <a className="button" href={hashOf({ at: 'begin', scenario: scenario.id })}>
            Look at it
          </a>
        </li>
      </ul>
    </section>
  );
}

function OpenSessions({
  api,
  entries,
  onChanged,
}: {
  api: Api;
  entries: readonly SessionEntry[];
  onChanged(entries: readonly SessionEntry[]): void;
}) {
  return (
    <section className="card open-sessions" aria-labelledby="open-title">
      <h2 className="card-title" id="open-title">
        Go on where you were
      </h2>
      <ul>
        {entries.map(({ id, title, name, supporterTurns, parent }) => (
          <li key={id}>
            <span>
              <strong>{name}</strong> <span className="soft">{title}</span>
              <span className="small soft open-turns">
                {parent !== undefined && 'Another path, '}
                {supporterTurns === 1 ? '1 turn of yours' : `${String(supporterTurns)} turns of yours`}
              </span>
            </span>
            <span className="row">
              <a className="button button-primary" href={hashOf({ at: 'session', id })}>
                Go on
              </a>
              <button
                type="button"
                className="button"
                aria-label={`Delete the practice with ${name}`}
                onClick={() => {
                  void api
                    .discard(id)
                    .then(() => api.list())
                    .then(onChanged);
                }}
              >
                Delete
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ScenarioCard({ scenario }: { scenario: Scenario }) {
  const { id, title, theme, level, goals, contentNote } = scenario;
  return (
    <li className="card scenario-card">
      <p className="scenario-top small">
        <span className="scenario-theme">{theme}</span>
        <Level level={level} words={levelWords(scenario)} />
      </p>
      <h2>
        <a href={hashOf({ at: 'begin', scenario: id })}>{title}</a>
      </h2>
      <p className="soft">{personWords(scenario)}</p>
      <ul className="scenario-goals note">
        {goals.map((goal) => (
          <li key={goal}>{goal}</li>
        ))}
      </ul>
      {contentNote !== undefined && <p className="small scenario-note">Heavy: read the content note first</p>}
    </li>
  );
}

/** Difficulty as dots; the words are for those who don’t see them, and for the curious. */
export function Level({ level, words }: { level: number; words: string }) {
  return (
    <span className="scenario-level" role="img" aria-label={words} title={words}>
      {'●'.repeat(level)}
      <span className="scenario-level-rest">{'●'.repeat(Math.max(0, 3 - level))}</span>
    </span>
  );
}
