import { useMemo, useRef, useState } from 'react';
import { CATEGORIES } from '@/utils/analysis/reading';
import type { TimelinePoint, View } from '@/utils/messaging/view';
import { usePanel, usePanelActions } from '../live/panel-context';
import { conversationId } from '../live/panel-store';
import { MessageDetail } from './message-detail';
import { ReadingTable } from './reading-table';
import { timelineRows, type TimelineRow } from './series';
import { TimelineChart } from './timeline-chart';
import {
  hasStrength,
  isKnown,
  LABEL_WORDS,
  mixedPair,
  signed,
  strengthWord,
  TONE_WORDS,
  UNCLEAR_WORDS,
} from './words';
import '../styles/charts.css';
import './timeline.css';

/** How they seem: the latest reading in words, and all of them over the conversation. */
export function TimelineCard({ view }: { view: View }) {
  const { send } = usePanelActions();
  const of = conversationId(view);
  const chosen = usePanel((state) => (state.chosen?.of === of ? state.chosen.id : null));
  const choose = usePanel((state) => state.choose);
  const [asTable, setAsTable] = useState(false);
  const picture = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => timelineRows(view.points), [view.points]);
  const noReadings = rows.every((row) => row.label === null);
  const selected = view.points.findIndex((point) => point.id === chosen);
  const point = view.points[selected];
  const latest = view.points.at(-1);
  if (latest === undefined) return null;

  const select = (index: number): void => {
    const id = view.points[index]?.id;
    choose(id === undefined ? null : { of, id });
  };
  const close = (): void => {
    // The keyboard goes back to where the message was chosen.
    picture.current?.querySelector<HTMLElement>('[role="slider"], [aria-pressed="true"]')?.focus();
    choose(null);
  };

  return (
    <section className="card" aria-labelledby="timeline-title">
      <div className="card-head">
        <h2 className="card-title" id="timeline-title">
          How they seem
        </h2>
        <span className="chip">on this device</span>
      </div>
      <Now point={latest} />
      <div ref={picture}>
        {asTable || noReadings ? (
          <ReadingTable rows={rows} selected={selected} onSelect={select} />
        ) : (
          <TimelineChart rows={rows} selected={selected} onSelect={select} />
        )}
      </div>
      {!noReadings && (
        <div className="chart-foot">
          {asTable ? <span className="chart-legend" /> : <Legend rows={rows} />}
          <button
            type="button"
            className="button-quiet"
            onClick={() => {
              setAsTable(!asTable);
            }}
          >
            {asTable ? 'As a chart' : 'As a table'}
          </button>
        </div>
      )}
      {view.counts.client > view.points.length && (
        <p className="small soft">
          The last {view.points.length} of their {view.counts.client} messages.
        </p>
      )}
      {point !== undefined && (
        <MessageDetail
          point={point}
          onCorrect={(label) => {
            send({ kind: 'correct', tabId: view.tabId, messageId: point.id, label });
          }}
          onClose={close}
        />
      )}
    </section>
  );
}

function Now({ point: { reading, corrected } }: { point: TimelinePoint }) {
  if (reading === null) {
    return (
      <p className="now">
        <span className="soft">There is no reading of their last message.</span>
      </p>
    );
  }
  if (reading.label === 'unclear') {
    return (
      <p className="now">
        <b>Unclear</b>
        {reading.reason !== undefined && <span className="note soft">{UNCLEAR_WORDS[reading.reason]}</span>}
      </p>
    );
  }
  const facts = [
    ...(hasStrength(reading) ? [strengthWord(reading.intensity)] : []),
    ...(isKnown(reading) ? [`valence ${signed(reading.valence)}`, `arousal ${signed(reading.arousal)}`] : []),
    ...(corrected === true ? ['your label'] : []),
    ...(reading.tone === undefined ? [] : [TONE_WORDS[reading.tone]]),
    ...(reading.closing === true ? ['closing words'] : []),
  ];
  const name =
    reading.label === 'mixed' ? `Mixed: ${mixedPair(reading).join(' and ')}` : LABEL_WORDS[reading.label];
  return (
    <p className="now">
      <b>{name}</b>
      <span className="note soft">{facts.join(' · ')}</span>
    </p>
  );
}

function Legend({ rows }: { rows: readonly TimelineRow[] }) {
  const present = CATEGORIES.filter((category) => rows.some((row) => row.colours.includes(category)));
  return (
    <ul className="chart-legend small soft" aria-label="What the colours mean">
      {present.map((category) => (
        <li key={category} className="chart-key">
          <i className={`swatch colour-${category}`} />
          {category}
        </li>
      ))}
      {rows.some((row) => row.label === 'unclear') && (
        <li className="chart-key">
          <i className="swatch swatch-unclear" />
          unclear
        </li>
      )}
    </ul>
  );
}
