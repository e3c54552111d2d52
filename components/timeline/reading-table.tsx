import { useEffect, useRef } from 'react';
import type { TimelineRow } from './series';
import { signed } from './words';

interface Props {
  rows: readonly TimelineRow[];
  selected: number;
  onSelect(index: number): void;
}

/** The timeline's data as a table, for those who prefer it or cannot see the chart. */
export function ReadingTable({ rows, selected, onSelect }: Props) {
  const scroll = useRef<HTMLDivElement>(null);
  // Opens at the newest, as the chart is read.
  useEffect(() => {
    if (scroll.current !== null) scroll.current.scrollTop = scroll.current.scrollHeight;
  }, []);
  return (
    <div className="chart-table" ref={scroll}>
      <table className="data-table reading-table">
        <caption className="unseen">Readings of their messages, oldest first</caption>
        <thead>
          <tr>
            <th scope="col">
              <abbr title="Message number">No.</abbr>
            </th>
            <th scope="col">Reads as</th>
            <th scope="col" className="number">
              Valence
            </th>
            <th scope="col" className="number">
              Arousal
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id} className={index === selected ? 'chosen' : undefined}>
              <th scope="row">
                <button
                  type="button"
                  className="button-quiet"
                  aria-label={`Show message ${String(row.n)}`}
                  aria-pressed={index === selected}
                  onClick={() => {
                    onSelect(index);
                  }}
                >
                  {row.n}
                </button>
              </th>
              <td>
                {row.words}
                {row.closing && <span className="soft"> (closing words)</span>}
              </td>
              <NumberCell value={row.valence} />
              <NumberCell value={row.arousal} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NumberCell({ value }: { value: number | null }) {
  if (value !== null) return <td className="number">{signed(value)}</td>;
  return (
    <td className="number soft">
      <span aria-hidden="true">–</span>
      <span className="unseen">none</span>
    </td>
  );
}
