// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { NUDGE_AFTER } from '@/components/live/copy-nudge';
import type { View } from '@/utils/messaging/view';
import { READING, SCENES } from '../support/gallery/scenes';
import { receive, renderPanel } from './render-panel';

const first = READING.hints?.hints[0]?.text ?? '';
const mode = (wanted: View['wording']['mode']): View => ({
  ...READING,
  wording: { mode: wanted, style: 'sentences' },
});
const next = (view: View): View => ({
  ...view,
  hints: { messageId: 'm15', hints: view.hints?.hints ?? [], round: 0 },
});

describe('when suggestions show', () => {
  it('on request: for this message only, on the click', async () => {
    const { getByRole, getByText, queryByText, store, user } = renderPanel(mode('on-request'));
    expect(queryByText(first)).toBeNull();
    await user.click(getByRole('button', { name: 'Show suggestions' }));
    expect(getByText(first)).toBeTruthy();
    receive(store, next(mode('on-request')));
    expect(queryByText(first)).toBeNull();
  });

  it('after a draft: once a few words of their own stand in the chat, and they stay', () => {
    const { getByText, queryByText, store } = renderPanel(mode('after-draft'));
    expect(queryByText(first)).toBeNull();
    receive(store, { ...mode('after-draft'), draft: 'That' });
    expect(queryByText(first)).toBeNull();
    receive(store, { ...mode('after-draft'), draft: 'That sounds lonely' });
    expect(getByText(first)).toBeTruthy();
    receive(store, mode('after-draft'));
    expect(getByText(first)).toBeTruthy();
    receive(store, next(mode('after-draft')));
    expect(queryByText(first)).toBeNull();
  });

  it('lets nobody wait who needs words now', async () => {
    const { getByRole, getByText, user } = renderPanel(mode('after-draft'));
    await user.click(getByRole('button', { name: 'Show them now' }));
    expect(getByText(first)).toBeTruthy();
  });

  it('is the person’s choice, sent as one wish with the form', async () => {
    const { getByRole, sent, user } = renderPanel(READING);
    await user.selectOptions(getByRole('combobox', { name: 'Show' }), 'when I ask');
    await user.selectOptions(getByRole('combobox', { name: 'Form of the suggestions' }), 'as ideas only');
    expect(sent).toEqual([
      { kind: 'wording', tabId: 7, wording: { mode: 'on-request', style: 'sentences' } },
      { kind: 'wording', tabId: 7, wording: { mode: 'always', style: 'ideas' } },
    ]);
  });

  it('never holds a safety card back', () => {
    const safety = Object.values(SCENES).find(({ view }) => (view?.safety.length ?? 0) > 0)?.view as View;
    const { getByText, queryByRole } = renderPanel({
      ...safety,
      wording: { mode: 'on-request', style: 'ideas' },
    });
    expect(getByText(/^Check/)).toBeTruthy();
    expect(queryByRole('button', { name: 'Show suggestions' })).toBeNull();
  });
});

describe('making a suggestion one’s own', () => {
  it('opens its words for editing and copies what they became', async () => {
    const copied: string[] = [];
    const copy = (text: string) => {
      copied.push(text);
      return Promise.resolve();
    };
    const { getByRole, queryByRole, user } = renderPanel(READING, { copy });
    await user.click(getByRole('button', { name: 'Adapt the suggestion to explore' }));
    const field = getByRole('textbox', { name: 'In your own words' });
    expect(field).toHaveProperty('value', first);
    expect(document.activeElement).toBe(field);
    await user.clear(field);
    await user.type(field, 'Who did you hope would notice?');
    await user.click(getByRole('button', { name: 'Copy' }));
    expect(copied).toEqual(['Who did you hope would notice?']);
    expect(queryByRole('textbox', { name: 'In your own words' })).toBeNull();
  });

  it('loses nothing when the client writes meanwhile', async () => {
    const { getByRole, store, user } = renderPanel(READING);
    await user.click(getByRole('button', { name: 'Adapt the suggestion to explore' }));
    await user.type(getByRole('textbox', { name: 'In your own words' }), ' Really.');
    receive(store, next(READING));
    expect(getByRole('textbox', { name: 'In your own words' })).toHaveProperty('value', `${first} Really.`);
  });

  it('never shows under another conversation', async () => {
    const { getByRole, queryByRole, store, user } = renderPanel(READING);
    await user.click(getByRole('button', { name: 'Adapt the suggestion to explore' }));
    receive(store, { ...READING, conversation: { key: 'other', title: 'Other' } });
    expect(queryByRole('textbox', { name: 'In your own words' })).toBeNull();
  });
});

it('invites the supporter’s own words after several copies, once', async () => {
  const { getByRole, getByText, queryByText, user } = renderPanel(READING);
  const copy = () => user.click(getByRole('button', { name: 'Copy the suggestion to explore' }));
  for (let n = 1; n < NUDGE_AFTER; n++) await copy();
  expect(queryByText(/Your own words carry further/)).toBeNull();
  await copy();
  expect(getByText(/Your own words carry further/)).toBeTruthy();
  await user.click(getByRole('button', { name: 'Close this note' }));
  for (let n = 0; n < NUDGE_AFTER; n++) await copy();
  expect(queryByText(/Your own words carry further/)).toBeNull();
});
