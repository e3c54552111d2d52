import {
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartConfiguration,
  type Plugin,
  type ScriptableLineSegmentContext,
} from 'chart.js';
import type { Palette } from './palette';
import type { TimelineRow } from './series';

Chart.register(LineController, LineElement, PointElement, LinearScale, CategoryScale, Filler);

type LineConfig = ChartConfiguration<'line', (number | null)[], number>;
type LineChart = Chart<'line', (number | null)[], number>;

/** Above this many messages the points are smaller; above the second, only the marked one is drawn. */
const SMALL_POINTS_FROM = 40;
const NO_POINTS_FROM = 90;

/** A drawn timeline. */
export interface DrawnTimeline {
  update(rows: readonly TimelineRow[], selected: number, palette: Palette): void;
  destroy(): void;
}

/** Draws valence (filled line) and arousal (dashed line), each from -1 to 1, evenly spaced by message. */
export function drawTimeline(
  canvas: HTMLCanvasElement,
  rows: readonly TimelineRow[],
  selected: number,
  palette: Palette,
): DrawnTimeline {
  let drawn = { rows, selected, palette };
  const chart: LineChart = new Chart(
    canvas,
    lineConfig(rows, selected, palette, () => drawn),
  );
  return {
    update(nextRows, nextSelected, nextPalette) {
      drawn = { rows: nextRows, selected: nextSelected, palette: nextPalette };
      chart.data = lineConfig(nextRows, nextSelected, nextPalette, () => drawn).data;
      chart.update('none');
    },
    destroy() {
      chart.destroy();
    },
  };
}

interface Drawn {
  rows: readonly TimelineRow[];
  selected: number;
  palette: Palette;
}

/** Everything that chart.js is told. Exported for the test that holds it against the table. */
export function lineConfig(
  rows: readonly TimelineRow[],
  selected: number,
  palette: Palette,
  drawn: () => Drawn,
): LineConfig {
  const joined = (value: (row: TimelineRow) => number | null): (number | null)[] =>
    rows.map((row) => (row.closing ? null : value(row)));
  const last = rows.length - 1;
  const radius = rows.length > NO_POINTS_FROM ? 0 : rows.length > SMALL_POINTS_FROM ? 2.5 : 4;
  const bridge = ({ p0, p1 }: ScriptableLineSegmentContext): boolean => p0.skip === true || p1.skip === true;
  const pointColour = (index: number): string => {
    const category = rows[index]?.colours[0];
    return category === undefined ? palette.card : palette[category];
  };

  return {
    type: 'line',
    data: {
      labels: rows.map((row) => row.n),
      datasets: [
        {
          label: 'valence',
          data: joined((row) => row.valence),
          borderColor: palette.valence,
          borderWidth: 2.25,
          spanGaps: true,
          segment: { borderDash: (context) => (bridge(context) ? [2, 4] : undefined) },
          pointBackgroundColor: rows.map((_, index) => pointColour(index)),
          pointBorderColor: palette.card,
          pointBorderWidth: rows.length > SMALL_POINTS_FROM ? 0 : 1.5,
          pointRadius: rows.map((_, index) => (index === selected || index === last ? 5 : radius)),
        },
        {
          label: 'arousal',
          data: joined((row) => row.arousal),
          borderColor: palette.arousal,
          borderWidth: 1.5,
          borderDash: [5, 4],
          spanGaps: true,
          segment: { borderDash: (context) => (bridge(context) ? [1, 5] : undefined) },
          pointRadius: rows.map((_, index) => (rows.length === 1 || index === selected ? 3 : 0)),
          pointBackgroundColor: palette.arousal,
          pointBorderWidth: 0,
        },
        {
          // The ground under the line; apart from it, since a line in several styles is filled in slices.
          label: 'valence, filled',
          data: joined((row) => row.valence),
          borderWidth: 0,
          backgroundColor: palette.valenceFill,
          fill: 'origin',
          spanGaps: true,
          pointRadius: 0,
        },
        {
          // Closing words have a place but no line to it.
          label: 'closing words',
          data: rows.map((row) => (row.closing ? row.valence : null)),
          showLine: false,
          pointRadius: 3.5,
          pointStyle: 'rectRot',
          pointBackgroundColor: palette.card,
          pointBorderColor: palette.edge,
          pointBorderWidth: 1.5,
        },
      ],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      events: [],
      clip: false,
      layout: { padding: { top: 6, bottom: 6 } },
      scales: {
        x: { type: 'category', offset: true, display: false },
        y: { type: 'linear', min: -1, max: 1, display: false },
      },
    },
    plugins: [ground(drawn)],
  };
}

/** What lies under the lines: the middle, gaps where nothing is known, and the chosen message. */
function ground(drawn: () => Drawn): Plugin<'line'> {
  return {
    id: 'ground',
    beforeDatasetsDraw({ ctx, chartArea, scales }) {
      const { rows, selected, palette } = drawn();
      const { left, right, top, bottom } = chartArea;
      const middle = scales['y']?.getPixelForValue(0) ?? (top + bottom) / 2;
      const step = (right - left) / Math.max(rows.length, 1);
      const centre = (index: number): number => left + step * (index + 0.5);

      ctx.save();
      ctx.strokeStyle = palette.line;
      ctx.lineWidth = 1;
      ctx.beginPath();
      ctx.moveTo(left, Math.round(middle) + 0.5);
      ctx.lineTo(right, Math.round(middle) + 0.5);
      ctx.stroke();

      rows.forEach((row, index) => {
        if (row.valence !== null) return;
        const width = Math.min(step, 26);
        ctx.globalAlpha = 0.45;
        ctx.fillStyle = palette.line;
        ctx.fillRect(centre(index) - width / 2, top, width, bottom - top);
        ctx.globalAlpha = 1;
        if (row.label === null || step < 5) return;
        ctx.fillStyle = palette.card;
        ctx.strokeStyle = palette.edge;
        ctx.lineWidth = 1.5;
        ctx.beginPath();
        ctx.arc(centre(index), middle, 3.5, 0, Math.PI * 2);
        ctx.fill();
        ctx.stroke();
      });

      if (selected >= 0) {
        const x = Math.round(centre(selected)) + 0.5;
        ctx.strokeStyle = palette.edge;
        ctx.lineWidth = 1;
        ctx.beginPath();
        ctx.moveTo(x, top);
        ctx.lineTo(x, bottom);
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}
