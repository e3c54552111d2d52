import { useMemo } from 'react';
import type { SessionRecord } from '@/utils/practice/record';
import { comparePaths, partingTurn, type Path } from '@/utils/practice/what-if/compare';
import { ChartWithTable } from '../charts/line-chart';
import type { LineData } from '../charts/line-config';
import { FeltDots } from '../debrief/felt-card';
import { hashOf } from '../route';
import './what-if.css';

/** Colours of paths, the first being the one that the others leave from. */
const COLOURS = ['soft', 'accent', 'warn', 'sadness', 'good', 'fear'] as const;
/** More lines than this are a tangle; the cards below show them all. */
const MOST_LINES = COLOURS.length;

/** Paths that left from the same talk, side by side. */
export function BranchesCard({ records, current }: { records: readonly SessionRecord[]; current: string }) {
  const paths = useMemo(() => comparePaths(records), [records]);
  const data = useMemo(() => branchData(paths), [paths]);
  const turn = partingTurn(records);
  return (
    <section className="card debrief-card" aria-labelledby="branches-title">
      <h2 className="card-title" id="branches-title">
        What if: paths side by side
      </h2>
      <p className="note soft">
        {turn !== null && `They part at turn ${String(turn)}. `}
        The same words always lead to the same answer, so what differs comes from yours.
      </p>
      <ChartWithTable
        data={data}
        high="distressed"
        low="eased"
        table={<DistressTable paths={paths} />}
        legend={paths.slice(0, MOST_LINES).map((path, i) => (
          <span key={path.id} className="chart-key">
            <i className={`path-${COLOURS[i] ?? 'soft'}${i === 0 ? '' : ' key-dashed'}`} />
            {pathName(path, i)}
          </span>
        ))}
      />
      <ul className="paths">
        {paths.map((path, i) => (
          <li key={path.id} className={path.id === current ? 'path path-current' : 'path'}>
            <p className="path-name">
              <b>{pathName(path, i)}</b>{' '}
              {path.id === current ? (
                <span className="small soft">this one</span>
              ) : (
                <a className="small" href={hashOf({ at: 'debrief', id: path.id })}>
                  Look back on it
                </a>
              )}
            </p>
            {path.words === null ? (
              <p className="note soft">No other words were written yet.</p>
            ) : (
              <>
                <p className="note talk-bubble talk-me">{path.words}</p>
                <p className="note talk-bubble">{path.reply.join('\n')}</p>
              </>
            )}
            <FeltDots felt={path.felt} />
            <dl className="path-facts note">
              <div>
                <dt>Told</dt>
                <dd>{path.told.length === 0 ? 'nothing yet' : path.told.join('; ')}</dd>
              </div>
              <div>
                <dt>Distress</dt>
                <dd>{fromTo(path.distress)}</dd>
              </div>
              <div>
                <dt>Trust</dt>
                <dd>{fromTo(path.trust)}</dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}

const pathName = ({ from }: Path, i: number): string =>
  from === null || i === 0 ? 'As it was' : `Another way, ${String(i)}`;

const fromTo = (values: readonly number[]): string =>
  `${(values[0] ?? 0).toFixed(2)} → ${(values.at(-1) ?? 0).toFixed(2)}`;

/** Distress on each path, turn by turn. */
export function branchData(paths: readonly Path[]): LineData {
  return {
    min: 0,
    max: 1,
    series: paths.slice(0, MOST_LINES).map(({ id, distress }, i) => ({
      label: id,
      values: distress,
      colour: (palette) => palette[COLOURS[i] ?? 'soft'],
      width: i === 0 ? 2.5 : 2,
      ...(i > 0 && { dash: [6, 3] as const }),
    })),
  };
}

function DistressTable({ paths }: { paths: readonly Path[] }) {
  const longest = Math.max(0, ...paths.map(({ distress }) => distress.length));
  return (
    <table className="data-table">
      <caption className="unseen">Distress from 0 to 1 after each turn of the client</caption>
      <thead>
        <tr>
          <th scope="col">Their turn</th>
          {paths.map((path, i) => (
            <th key={path.id} scope="col" className="number">
              {pathName(path, i)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: longest }, (_, k) => (
          <tr key={k}>
            <th scope="row">{k + 1}</th>
            {paths.map(({ id, distress }) => (
              <td key={id} className="number">
                {distress[k]?.toFixed(2) ?? '–'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
