import { useMemo, useState } from 'react';
import type { ArcPoint, NamedPoint } from '@/utils/practice/debrief/arc';
import { signed } from '../../timeline/words';
import { ChartWithTable } from '../charts/line-chart';
import type { LineData } from '../charts/line-config';

type Measure = 'valence' | 'arousal' | 'trust';

const MEASURES: readonly { id: Measure; name: string; high: string; low: string }[] = [
  { id: 'valence', name: 'Mood', high: 'pleasant', low: 'unpleasant' },
  { id: 'arousal', name: 'Agitation', high: 'agitated', low: 'calm' },
  { id: 'trust', name: 'Trust', high: 'trusts you', low: 'wary' },
];

interface Props {
  arc: readonly ArcPoint[];
  points: readonly NamedPoint[];
  name: string;
}

/** How the client truly felt over the session beside what was read, with the turns that changed it. */
export function ArcCard({ arc, points, name }: Props) {
  const [measure, setMeasure] = useState<Measure>('valence');
  const data = useMemo(() => arcData(arc, points, measure), [arc, points, measure]);
  const { high, low } = MEASURES.find(({ id }) => id === measure) ?? { high: '', low: '' };
  const isRead = measure !== 'trust' && arc.some(({ read }) => read !== null);
  return (
    <section className="card debrief-card" aria-labelledby="arc-title">
      <div className="card-head">
        <h2 className="card-title" id="arc-title">
          How {name} felt, and what was read
        </h2>
        <div className="row arc-measures no-print" role="group" aria-label="What the chart shows">
          {MEASURES.map(({ id, name: words }) => (
            <button
              key={id}
              type="button"
              className="button-quiet"
              aria-pressed={id === measure}
              onClick={() => {
                setMeasure(id);
              }}
            >
              {words}
            </button>
          ))}
        </div>
      </div>
      <ChartWithTable
        data={data}
        high={high}
        low={low}
        table={<ArcTable arc={arc} />}
        legend={
          <>
            <span className="chart-key">
              <i className="key-sadness" />
              how the made-up client felt
            </span>
            {isRead && (
              <span className="chart-key">
                <i className="key-soft key-dashed" />
                what the words alone suggested
              </span>
            )}
          </>
        }
      />
      {points.length > 0 && (
        <ol className="turning-points" aria-label="Turns that changed it">
          {points.map((point) => (
            <li key={point.n} className={point.change > 0 ? 'turning-good' : 'turning-warn'}>
              <span className="turning-n" aria-hidden="true">
                {point.n}
              </span>
              <div>
                <p className="note">
                  {point.change > 0 ? 'Trust grew' : 'Trust went back'} after turn {point.turn}: you{' '}
                  {point.why}.
                </p>
                <p className="small soft turning-words">“{point.words}”</p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** The lines of the chart; the table shows the same numbers. */
export function arcData(arc: readonly ArcPoint[], points: readonly NamedPoint[], measure: Measure): LineData {
  const changes = new Map(points.map(({ n, change }) => [n, change]));
  const truth = {
    label: 'felt',
    values: arc.map((one) => one[measure]),
    colour: ({ sadness }: { sadness: string }) => sadness,
    width: 2.5,
  };
  const read = {
    label: 'read',
    values: arc.map((one) => (measure === 'trust' ? null : (one.read?.[measure] ?? null))),
    colour: ({ soft }: { soft: string }) => soft,
    dash: [5, 4] as const,
    width: 1.5,
  };
  return {
    series: measure === 'trust' ? [truth] : [truth, read],
    min: measure === 'trust' ? 0 : -1,
    max: 1,
    markers: arc.flatMap(({ point }, index) =>
      point === undefined ? [] : [{ index, n: point, tone: (changes.get(point) ?? 0) > 0 ? 'good' : 'warn' }],
    ),
  };
}

function ArcTable({ arc }: { arc: readonly ArcPoint[] }) {
  const shown = (value: number | undefined): string => (value === undefined ? '–' : signed(value));
  return (
    <table className="data-table">
      <caption className="unseen">How the client felt and what was read, turn by turn</caption>
      <thead>
        <tr>
          <th scope="col">Turn</th>
          <th scope="col">They wrote</th>
          <th scope="col" className="number">
            Mood felt
          </th>
          <th scope="col" className="number">
            read
          </th>
          <th scope="col" className="number">
            Agitation felt
          </th>
          <th scope="col" className="number">
            read
          </th>
          <th scope="col" className="number">
            Trust
          </th>
        </tr>
      </thead>
      <tbody>
        {arc.map((one) => (
          <tr key={one.turn}>
            <th scope="row">{one.turn}</th>
            <td>{one.excerpt}</td>
            <td className="number">{signed(one.valence)}</td>
            <td className="number">{shown(one.read?.valence)}</td>
            <td className="number">{signed(one.arousal)}</td>
            <td className="number">{shown(one.read?.arousal)}</td>
            <td className="number">{one.trust.toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
