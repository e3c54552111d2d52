import {
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartConfiguration,
  type Plugin,
} from 'chart.js';
import type { Palette } from '../../timeline/palette';

Chart.register(LineController, LineElement, PointElement, LinearScale, CategoryScale);

/** A line: a value for each place, null for a gap. */
export interface Series {
  label: string;
  values: readonly (number | null)[];
  colour: (palette: Palette) => string;
  dash?: readonly [number, number];
  width?: number;
  /** A dot on every value, for lines of few. */
  dots?: boolean;
}

/** A numbered mark on the first series. */
export interface Marker {
  index: number;
  n: number;
  tone: 'good' | 'warn';
}

/** What a chart shows; the table beside it is made from the same. */
export interface LineData {
  series: readonly Series[];
  min: number;
  max: number;
  markers?: readonly Marker[];
}

type Config = ChartConfiguration<'line', (number | null)[], number>;

/** Above so many places dots on every value would hide the line. */
const DOTS_UP_TO = 40;
const MARKER = 8;

/** Everything that chart.js is told. */
export function lineConfig(data: LineData, palette: Palette): Config {
  const places = Math.max(0, ...data.series.map(({ values }) => values.length));
  return {
    type: 'line',
    data: {
      labels: Array.from({ length: places }, (_, i) => i),
      datasets: data.series.map((one) => {
        const only = one.values.filter((value) => value !== null).length === 1;
        return {
          label: one.label,
          data: [...one.values],
          borderColor: one.colour(palette),
          borderWidth: one.width ?? 2,
          borderDash: one.dash ? [...one.dash] : [],
          spanGaps: true,
          cubicInterpolationMode: 'monotone' as const,
          pointRadius: only || (one.dots === true && places <= DOTS_UP_TO) ? 3 : 0,
          pointBackgroundColor: one.colour(palette),
          pointBorderWidth: 0,
        };
      }),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      events: [],
      clip: false,
      layout: { padding: { top: MARKER + 2, bottom: MARKER + 2, left: 4, right: 4 } },
      scales: {
        x: { type: 'category', offset: true, display: false },
        y: { type: 'linear', min: data.min, max: data.max, display: false },
      },
    },
    plugins: [ground(data, palette), markers(data, palette)],
  };
}

/** The line in the middle of what can be. */
function ground({ min, max }: LineData, palette: Palette): Plugin<'line'> {
  return {
    id: 'ground',
    beforeDatasetsDraw({ ctx, chartArea, scales }) {
      const y = Math.round(scales['y']?.getPixelForValue((min + max) / 2) ?? 0) + 0.5;
      ctx.save();
      ctx.strokeStyle = palette.line;
      ctx.lineWidth = 1;
      ctx.beginPath();
      ctx.moveTo(chartArea.left, y);
      ctx.lineTo(chartArea.right, y);
      ctx.stroke();
      ctx.restore();
    },
  };
}

function markers({ markers: marks = [], series: [first] }: LineData, palette: Palette): Plugin<'line'> {
  return {
    id: 'markers',
    afterDatasetsDraw({ ctx, scales }) {
      const { x, y } = scales;
      if (!x || !y) return;
      ctx.save();
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      ctx.font = '600 10px system-ui, sans-serif';
      for (const { index, n, tone } of marks) {
        const value = first?.values[index];
        if (value === null || value === undefined) continue;
        const [cx, cy] = [x.getPixelForValue(index), y.getPixelForValue(value)];
        ctx.fillStyle = palette[tone];
        ctx.strokeStyle = palette.card;
        ctx.lineWidth = 2;
        ctx.beginPath();
        ctx.arc(cx, cy, MARKER, 0, Math.PI * 2);
        ctx.fill();
        ctx.stroke();
        ctx.fillStyle = palette.card;
        ctx.fillText(String(n), cx, cy + 0.5);
      }
      ctx.restore();
    },
  };
}
