// @vitest-environment happy-dom
import { fireEvent, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { lineConfig } from '@/components/timeline/line-chart';
import { readPalette } from '@/components/timeline/palette';
import { timelineRows } from '@/components/timeline/series';
import type { View } from '@/utils/messaging/view';
import { point, reading, POINTS } from '../support/gallery/readings';
import { READING } from '../support/gallery/scenes';
import { receive, renderPanel } from './render-panel';

function withPoints(points: View['points']): View {
  return { ...READING, points };
}

function charted(points: View['points']) {
  const rows = timelineRows(points);
  const palette = readPalette();
  const { data } = lineConfig(rows, -1, palette, () => ({ rows, selected: -1, palette }));
  return Object.fromEntries(data.datasets.map((set) => [set.label, set.data]));
}

async function tableOf(screen: ReturnType<typeof renderPanel>): Promise<string[][]> {
  await screen.user.click(screen.getByRole('button', { name: 'As a table' }));
  const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
  return rows.map((row) => [...row.children].map((cell) => cell.textContent));
}

describe('the timeline', () => {
  it('gives the same numbers in the table as in the chart', async () => {
    const chart = charted(READING.points);
    const rows = await tableOf(renderPanel(READING));
    const number = (cell: string | undefined): number | null =>
      cell === undefined || cell.includes('none') ? null : Number(cell.replace('\u2212', '-'));
    expect(rows.map((cells) => number(cells[2]))).toEqual(chart['valence']);
    expect(rows.map((cells) => number(cells[3]))).toEqual(chart['arousal']);
    expect(rows.map((cells) => Number(cells[0]))).toEqual(READING.points.map((each) => each.n));
  });

  it('draws an unclear message as a gap, never as a neutral one', async () => {
    const points = [
      point(0, 'ok', reading('neutral', 0, 0)),
      point(1, 'asdf', reading('unclear', 0, 0, { reason: 'unknown-words' })),
    ];
    expect(charted(points)['valence']).toEqual([0, null]);
    expect(charted(points)['arousal']).toEqual([0, null]);
    const screen = renderPanel(withPoints(points));
    const [neutral, unclear] = screen.container.querySelectorAll('.strip-bar');
    expect(neutral?.querySelector('.colour-neutral')).not.toBeNull();
    expect(unclear?.querySelector('.colour-neutral')).toBeNull();
    expect(unclear?.querySelector('.strip-unclear')).not.toBeNull();
    expect((await tableOf(screen))[1]?.[1]).toBe('unclear: words that Sidelight does not know');
  });

  it('keeps the gap when a person puts their own label on an unclear message', () => {
    const unclear = reading('sadness', 0, 0, { reason: 'short' });
    const points = [{ ...point(0, 'hm', unclear), corrected: true }];
    expect(charted(points)['valence']).toEqual([null]);
    expect(timelineRows(points)[0]).toMatchObject({ colours: ['sadness'], words: 'sadness (your label)' });
  });

  it('shows both colours of a mixed reading and names them', () => {
    const mixed = point(0, 'glad and scared', reading('mixed', 0.1, 0.3, { second: 'fear' }));
    const { container } = renderPanel(withPoints([mixed]));
    expect(container.querySelectorAll('.strip-bar i')).toHaveLength(2);
    expect(container.querySelector('.now')?.textContent).toContain('Mixed: sadness and fear');
  });

  it('marks closing words but leaves them out of the line', () => {
    const goodbye = point(1, 'thanks, bye', reading('neutral', 0.6, 0, { closing: true }));
    const chart = charted([...POINTS.slice(0, 1), goodbye]);
    expect(chart['valence']?.at(-1)).toBeNull();
    expect(chart['closing words']?.at(-1)).toBe(0.6);
  });

  it('still lists messages when readings failed', () => {
    const points = POINTS.map((each) => ({ ...each, reading: null }));
    const { getByRole, getByText } = renderPanel(withPoints(points));
    expect(getByText('There is no reading of their last message.')).toBeTruthy();
    expect(within(getByRole('table')).getAllByText('no reading')).toHaveLength(POINTS.length);
  });

  it('puts the latest reading in words and numbers, with a true minus sign', () => {
    const { container } = renderPanel(READING);
    expect(container.querySelector('.now')?.textContent).toBe(
      'Sadnessstrong · valence \u22120.62 · arousal 0.21',
    );
  });

  it('never shows a negative zero', () => {
    const { container } = renderPanel(withPoints([point(0, 'ok', reading('neutral', -0.001, 0))]));
    expect(container.querySelector('.now')?.textContent).toContain('valence 0.00');
  });

  it('says how many messages there are when it shows only the last', () => {
    const { getByText } = renderPanel({ ...READING, counts: { ...READING.counts, client: 431 } });
    expect(getByText('The last 7 of their 431 messages.')).toBeTruthy();
  });
});

describe('one message of the timeline', () => {
  it('opens by the arrow keys, with its words and evidence marked', () => {
    const { getByRole } = renderPanel(READING);
    fireEvent.keyDown(getByRole('slider'), { key: 'ArrowLeft' });
    const detail = getByRole('region', { name: 'Message 13' });
    expect([...detail.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
      'nobody even noticed',
      'coming',
      'exhausting',
      'so alone',
    ]);
    expect(detail.querySelector('blockquote')?.textContent).toBe(POINTS.at(-1)?.excerpt);
    expect(detail.textContent).toContain('A reading of the words, not of the person.');
  });

  it('walks to both ends by the keyboard and says where it is', () => {
    const { getByRole } = renderPanel(READING);
    const slider = getByRole('slider');
    fireEvent.keyDown(slider, { key: 'Home' });
    expect(getByRole('region', { name: 'Message 1' })).toBeTruthy();
    expect(slider.getAttribute('aria-valuetext')).toBe(
      'Message 1: neutral, valence 0.04, arousal \u22120.12',
    );
    fireEvent.keyDown(slider, { key: 'ArrowRight' });
    expect(getByRole('region', { name: 'Message 3' })).toBeTruthy();
    fireEvent.keyDown(slider, { key: 'End' });
    fireEvent.keyDown(slider, { key: 'ArrowRight' });
    expect(getByRole('region', { name: 'Message 13' })).toBeTruthy();
  });

  it('opens by a click at its place', () => {
    const { getByRole } = renderPanel(READING);
    const slider = getByRole('slider');
    slider.getBoundingClientRect = () => new DOMRect(10, 0, 700, 100);
    fireEvent.click(slider, { clientX: 10 + 250 });
    expect(getByRole('region', { name: 'Message 5' })).toBeTruthy();
  });

  it('opens from the table by a button, and gives the keyboard back when it is closed', async () => {
    const { getByRole, queryByRole, user } = renderPanel(READING);
    await user.click(getByRole('button', { name: 'As a table' }));
    await user.click(getByRole('button', { name: 'Show message 5' }));
    expect(getByRole('region', { name: 'Message 5' }).textContent).toContain('too few words to tell');
    await user.click(getByRole('button', { name: 'Close this message' }));
    expect(queryByRole('region', { name: 'Message 5' })).toBeNull();
    expect(document.activeElement).toBe(getByRole('button', { name: 'Show message 5' }));
  });

  it('shows the seven probabilities', () => {
    const { getByRole } = renderPanel(READING);
    fireEvent.keyDown(getByRole('slider'), { key: 'End' });
    const bars = within(getByRole('list', { name: 'How likely each is' })).getAllByRole('listitem');
    expect(bars).toHaveLength(7);
    expect(bars[0]?.textContent).toBe('Sadness66 %');
  });

  it('lets the person say otherwise, and take that back', async () => {
    const { getByRole, sent, store, user } = renderPanel(READING);
    fireEvent.keyDown(getByRole('slider'), { key: 'End' });
    await user.selectOptions(getByRole('combobox', { name: 'I would call it' }), 'fear');
    expect(sent).toEqual([{ kind: 'correct', tabId: 7, messageId: 'm13', label: 'fear' }]);

    const last = READING.points.at(-1);
    if (!last?.reading) throw new Error('the fixture has a last reading');
    const own = { ...last, corrected: true, reading: { ...last.reading, label: 'fear' as const } };
    receive(store, withPoints([...READING.points.slice(0, -1), own]));
    expect(getByRole('region', { name: 'Message 13' }).textContent).toContain('You call it fear');
    await user.selectOptions(getByRole('combobox', { name: 'I would call it' }), 'As Sidelight read it');
    expect(sent.at(-1)).toEqual({ kind: 'correct', tabId: 7, messageId: 'm13', label: null });
  });
});
