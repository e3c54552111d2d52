// @vitest-environment happy-dom
import { within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { safetyClassSchema, safetyStrengthSchema } from '@/utils/analysis/safety-cue';
import type { OpenSafety, View } from '@/utils/messaging/view';
import { PROTOCOL_WORDS } from '@/components/safety/protocol-words';
import { EXPLICIT, GENTLE, READING } from '../support/gallery/scenes';
import { receive, renderPanel } from './render-panel';

function open(...safety: OpenSafety[]): View {
  return { ...READING, safety };
}

describe('an open safety cue', () => {
  it('takes the place of every suggestion, even when the worker sent some', () => {
    const { queryByText, store, getByRole, getByText } = renderPanel(READING);
    expect(getByText('You could say')).toBeTruthy();
    receive(store, open(EXPLICIT));
    expect(getByRole('alert').textContent).toContain('Check safety now');
    expect(queryByText('You could say')).toBeNull();
    for (const hint of READING.hints?.hints ?? []) expect(queryByText(hint.text)).toBeNull();
  });

  it('shows the message and the words, with the cue underlined', () => {
    const { getByRole } = renderPanel(open(EXPLICIT));
    const card = getByRole('alert');
    expect(card.textContent).toContain('message 13');
    expect(card.querySelector('q')?.textContent).toBe(EXPLICIT.quote);
    expect(card.querySelector('u')?.textContent).toBe(EXPLICIT.cue.text);
  });

  it('shows a quote whole when its cue was masked away', () => {
    const { getByRole } = renderPanel(open({ ...EXPLICIT, quote: 'I will \u2588\u2588\u2588 tonight' }));
    expect(getByRole('alert').querySelector('q')?.textContent).toBe('I will \u2588\u2588\u2588 tonight');
    expect(getByRole('alert').querySelector('u')).toBeNull();
  });

  it('gives three steps for every class, at both tones, and never a level', () => {
    for (const cls of safetyClassSchema.options) {
      for (const strength of safetyStrengthSchema.options) {
        const { getByRole, unmount } = renderPanel(
          open({ ...EXPLICIT, cue: { ...EXPLICIT.cue, class: cls, strength } }),
        );
        const card = getByRole('alert');
        expect(within(card).getAllByRole('listitem')).toHaveLength(3);
        expect(card.textContent).toContain(PROTOCOL_WORDS[cls].about);
        expect(card.textContent).toContain('No card does not mean no risk');
        expect(card.textContent).not.toMatch(/\d\s*%|(low|high|medium|moderate|severe) risk|risk score/i);
        unmount();
      }
    }
  });

  it('speaks more softly when the words only ask for a check', () => {
    const { getByRole } = renderPanel(open(GENTLE));
    expect(getByRole('alert').textContent).toContain('Worth a gentle check');
    expect(getByRole('alert').textContent).not.toContain('Check safety now');
  });

  it('leads with the plainest words and still shows the others', () => {
    const { getByRole } = renderPanel(open(GENTLE, EXPLICIT));
    const text = getByRole('alert').textContent;
    expect(text).toContain('Check safety now');
    expect(text.indexOf(EXPLICIT.quote)).toBeLessThan(text.indexOf(GENTLE.quote));
    expect(text).toContain(GENTLE.quote);
  });

  it('stays until the supporter says that they have handled that message', async () => {
    const { getByRole, queryByRole, sent, store, user } = renderPanel(open(GENTLE, EXPLICIT));
    await user.click(getByRole('button', { name: /handled this: message 13/ }));
    expect(sent).toEqual([{ kind: 'acknowledge-safety', tabId: 7, messageId: 'm13' }]);
    expect(getByRole('alert')).toBeTruthy();
    receive(store, READING);
    expect(queryByRole('alert')).toBeNull();
  });

  it('can be told that words of a gentle check mean something else, and never says so of plain ones', async () => {
    const { getByRole, queryByRole, sent, unmount, user } = renderPanel(open(GENTLE));
    await user.click(getByRole('button', { name: /means something else: message/ }));
    expect(sent).toEqual([{ kind: 'acknowledge-safety', tabId: 7, messageId: GENTLE.messageId }]);
    unmount();
    renderPanel(open(EXPLICIT));
    expect(queryByRole('button', { name: /means something else/ })).toBeNull();
  });

  it('leads to helplines by a plain link that says nothing about where it was clicked', () => {
    const { getByRole } = renderPanel(open(EXPLICIT));
    const link = getByRole('link', { name: 'Helplines' });
    expect(link.getAttribute('href')).toBe('https://findahelpline.com');
    expect(link.getAttribute('target')).toBe('_blank');
    expect(link.getAttribute('rel')).toBe('noreferrer');
  });

  it('is there while reading is paused', () => {
    const { getByRole } = renderPanel({ ...open(EXPLICIT), state: 'paused' });
    expect(getByRole('alert').textContent).toContain('Check safety now');
  });
});
