import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { drawTimeline, type DrawnTimeline } from './line-chart';
import { readPalette, useDark } from './palette';
import type { TimelineRow } from './series';
import { signed } from './words';

interface Props {
  rows: readonly TimelineRow[];
  /** Index of the message on show, or -1. */
  selected: number;
  onSelect(index: number): void;
}

/**
 * The chart and the strip as one control: a click or the arrow keys choose a message. For a screen reader it
 * is a slider over the messages, whose value is the reading in words.
 */
export function TimelineChart({ rows, selected, onSelect }: Props) {
  const current = selected < 0 ? rows.length - 1 : selected;
  const row = rows[current];

  function onKeyDown(event: KeyboardEvent): void {
    const next = nextIndex(event.key, current, rows.length, selected < 0);
    if (next === null) return;
    event.preventDefault();
    onSelect(next);
  }

  function onClick(event: MouseEvent<HTMLElement>): void {
    const box = event.currentTarget.getBoundingClientRect();
    if (box.width === 0) return;
    const index = Math.floor(((event.clientX - box.left) / box.width) * rows.length);
    onSelect(Math.min(Math.max(index, 0), rows.length - 1));
  }

  return (
    <div className="timeline">
      <Ends valence="pleasant" arousal="agitated" />
      <div
        className="timeline-plot"
        role="slider"
        tabIndex={0}
        aria-label="Messages over time"
        aria-orientation="horizontal"
        aria-valuemin={1}
        aria-valuemax={rows.length}
        aria-valuenow={current + 1}
        aria-valuetext={row === undefined ? '' : valueText(row)}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <Plot rows={rows} selected={selected} />
        <Ends valence="unpleasant" arousal="calm" />
        <Strip rows={rows} selected={selected} />
      </div>
    </div>
  );
}

/** What up or down means for each of the two lines. */
function Ends({ valence, arousal }: { valence: string; arousal: string }) {
  return (
    <div className="timeline-ends small">
      <span className="valence-word">
        <i className="swatch-line" />
        {valence}
      </span>
      <span className="arousal-word">
        {arousal}
        <i className="swatch-dashes" />
      </span>
    </div>
  );
}

function Plot({ rows, selected }: { rows: readonly TimelineRow[]; selected: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<DrawnTimeline | null>(null);
  const dark = useDark();

  useEffect(() => {
    if (canvas.current === null) return;
    if (chart.current === null) chart.current = drawTimeline(canvas.current, rows, selected, readPalette());
    else chart.current.update(rows, selected, readPalette());
  }, [rows, selected, dark]);

  useEffect(
    () => () => {
      chart.current?.destroy();
      chart.current = null;
    },
    [],
  );

  return (
    <div className="timeline-canvas" aria-hidden="true">
      <canvas ref={canvas} />
    </div>
  );
}

function Strip({ rows, selected }: { rows: readonly TimelineRow[]; selected: number }) {
  const density = rows.length > 90 ? ' strip-dense' : rows.length > 40 ? ' strip-close' : '';
  return (
    <div className={`strip${density}`} aria-hidden="true">
      {rows.map((row, index) => (
        <span key={row.id} className="strip-cell">
          <span className={index === selected ? 'strip-bar strip-chosen' : 'strip-bar'}>
            {row.colours.length === 0 ? (
              <i className={row.label === null ? 'strip-none' : 'strip-unclear'} />
            ) : (
              row.colours.map((category) => <i key={category} className={`colour-${category}`} />)
            )}
          </span>
        </span>
      ))}
    </div>
  );
}

function valueText(row: TimelineRow): string {
  const numbers =
    row.valence === null || row.arousal === null
      ? ''
      : `, valence ${signed(row.valence)}, arousal ${signed(row.arousal)}`;
  return `Message ${String(row.n)}: ${row.words}${numbers}`;
}

/** Where a key leads, or null for a key that means nothing here. The first press chooses what is in view. */
export function nextIndex(key: string, current: number, count: number, fresh: boolean): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(current - (fresh ? 0 : 1), 0);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(current + 1, count - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'Enter':
    case ' ':
      return current;
    default:
      return null;
  }
}
