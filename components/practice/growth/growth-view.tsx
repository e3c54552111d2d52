import { useMemo, useState } from 'react';
import { type CompetenceTrend, type SessionSkills, trendsOf } from '@/utils/practice/growth/growth';
import type { CompetenceBook } from '@/utils/competences/competence';
import { nextPractice } from '@/utils/practice/growth/next';
import { countOf } from '@/utils/practice/debrief/figure-words';
import type { SessionRecord } from '@/utils/practice/record';
import type { Scenario } from '@/utils/practice/scenario';
import type { DamagedSession } from '@/utils/storage/practice-store';
import { ChartWithTable } from '../charts/line-chart';
import type { LineData } from '../charts/line-config';
import { hashOf } from '../route';
import { SessionList } from './session-list';

interface Props {
  records: readonly SessionRecord[];
  damaged: readonly DamagedSession[];
  skills: readonly SessionSkills[];
  scenarios: readonly Scenario[];
  now: number;
  onDiscard(id: string): Promise<void>;
  onDeleteAll(): Promise<void>;
  /** What sessions were looked at by; those that ship when left out. */
  competences?: CompetenceBook | undefined;
}

const HELP = {
  on: 'with hints and feedback',
  request: 'with help when you ask',
  off: 'without help',
} as const;

/** Skills over sessions, what to practise next, and all sessions that are kept. */
export function GrowthView(props: Props) {
  const { records, damaged, skills, scenarios, now, onDiscard, onDeleteAll, competences } = props;
  const trends = useMemo(() => trendsOf(skills, competences), [skills, competences]);
  const next = useMemo(
    () => nextPractice(skills, scenarios, now, competences),
    [skills, scenarios, now, competences],
  );
  const ordered = useMemo(() => [...skills].sort((a, b) => a.startedAt - b.startedAt), [skills]);
  const seen = trends.filter((trend) => trend.now !== null);
  const [chosen, setChosen] = useState<string>('saying-back');
  const trend = seen.find(({ id }) => id === chosen) ?? seen[0];
  return (
    <main className="debrief growth">
      <h1>How your skills go</h1>
      <p className="debrief-lead soft">
        Seen in {countOf(ordered.length, 'session')} of four turns or more. It is yours alone: it stays on
        this device, and nothing is sent anywhere.
      </p>
      <section className="card debrief-card lesson lesson-try" aria-labelledby="next-title">
        <h2 className="card-title" id="next-title">
          {next.isCheckUp ? 'Next: a check-up' : 'Next'}
        </h2>
        <p>
          {next.scenario && <b>{next.scenario.title}</b>}
          {next.scenario && ', '}
          {HELP[next.help]}. {next.helpWhy}
        </p>
        {next.scenario && <p className="note">{next.scenario.why}</p>}
        <div className="row growth-next">
          {next.scenario && (
            <a className="button button-primary" href={hashOf({ at: 'begin', scenario: next.scenario.id })}>
              Look at it
            </a>
          )}
          <a className="button" href={hashOf({ at: 'start' })}>
            Choose another
          </a>
        </div>
      </section>
      {trend && (
        <section className="card debrief-card" aria-labelledby="skills-title">
          <h2 className="card-title" id="skills-title">
            Skill by skill
          </h2>
          <ul className="trends">
            {seen.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  className="trend"
                  aria-pressed={one.id === trend.id}
                  onClick={() => {
                    setChosen(one.id);
                  }}
                >
                  <span className="trend-name">{one.name}</span>
                  <span className="small soft">{one.words}</span>
                </button>
              </li>
            ))}
          </ul>
          <TrendChart trend={trend} sessions={ordered} />
          <p className="small soft growth-honest">
            Levels come from a program that reads one talk, and it errs. A step up or down in one session says
            little; look at several.
          </p>
        </section>
      )}
      <SessionList records={records} damaged={damaged} onDiscard={onDiscard} onDeleteAll={onDeleteAll} />
    </main>
  );
}

/** The levels of one competence, session by session. */
export function trendData({ name, levels }: Pick<CompetenceTrend, 'name' | 'levels'>): LineData {
  return {
    min: 1,
    max: 4,
    series: [{ label: name, values: levels, colour: ({ accent }) => accent, width: 2.5, dots: true }],
  };
}

function TrendChart({ trend, sessions }: { trend: CompetenceTrend; sessions: readonly SessionSkills[] }) {
  const data = useMemo(() => trendData(trend), [trend]);
  return (
    <ChartWithTable
      data={data}
      high="4, more than the basics"
      low="1, could hurt"
      table={
        <table className="data-table">
          <caption className="unseen">{trend.name}, session by session</caption>
          <thead>
            <tr>
              <th scope="col">Session</th>
              <th scope="col">Day</th>
              <th scope="col">Help</th>
              <th scope="col" className="number">
                Level
              </th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session, i) => (
              <tr key={session.id}>
                <th scope="row">{session.title}</th>
                <td>{new Date(session.startedAt).toLocaleDateString()}</td>
                <td>{HELP[session.help]}</td>
                <td className="number">{trend.levels[i] ?? 'did not come up'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
      legend={
        <span className="chart-key">
          <i className="key-accent" />
          {trend.name.toLowerCase()}, oldest session first
        </span>
      }
    />
  );
}
