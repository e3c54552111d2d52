import { Chart } from 'chart.js';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { readPalette, useDark } from '../../timeline/palette';
import { lineConfig, type LineData } from './line-config';
import '../../styles/charts.css';
import './line-chart.css';

interface Props {
  data: LineData;
  /** What is high and what is low. */
  high: string;
  low: string;
  /** The same data as a table. */
  table: ReactNode;
  legend: ReactNode;
}

/** A chart with its key, and the same data as a table on request and on paper. */
export function ChartWithTable({ data, high, low, table, legend }: Props) {
  const [asTable, setAsTable] = useState(false);
  return (
    <div className="chart-and-table">
      {asTable ? (
        <div className="chart-table" tabIndex={0} role="group" aria-label="The chart as a table">
          {table}
        </div>
      ) : (
        <>
          <p className="small soft">{high}</p>
          <Plot data={data} />
          <p className="small soft">{low}</p>
          <div className="chart-table print-only">{table}</div>
        </>
      )}
      <div className="chart-foot">
        <div className="small soft chart-legend">{!asTable && legend}</div>
        <button
          type="button"
          className="button-quiet no-print"
          onClick={() => {
            setAsTable(!asTable);
          }}
        >
          {asTable ? 'As a chart' : 'As a table'}
        </button>
      </div>
    </div>
  );
}

function Plot({ data }: { data: LineData }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const dark = useDark();
  useEffect(() => {
    if (canvas.current === null) return;
    const chart = new Chart(canvas.current, lineConfig(data, readPalette()));
    return () => {
      chart.destroy();
    };
  }, [data, dark]);
  return (
    <div className="chart-canvas" aria-hidden="true">
      <canvas ref={canvas} />
    </div>
  );
}
