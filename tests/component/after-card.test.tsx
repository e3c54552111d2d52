// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { AFTER, READING } from '../support/gallery/scenes';
import { renderPanel } from './render-panel';

it('looks back only when asked, and shows the client’s words', async () => {
  const { getByRole, getByText, queryByText, user } = renderPanel(READING, {
    lookBack: () => Promise.resolve(AFTER),
  });
  expect(queryByText('What opened up')).toBeNull();
  await user.click(getByRole('button', { name: 'Look back on this chat' }));
  expect(getByText('since my gran died')).toBeTruthy();
  expect(getByText('What stayed open')).toBeTruthy();
});

it('copies the note as the supporter left it', async () => {
  const copied: string[] = [];
  const { getByRole, user } = renderPanel(READING, {
    lookBack: () => Promise.resolve(AFTER),
    copy: (text) => {
      copied.push(text);
      return Promise.resolve();
    },
  });
  await user.click(getByRole('button', { name: 'Look back on this chat' }));
  const field = getByRole('textbox', { name: 'Hand-off note' });
  await user.clear(field);
  await user.type(field, 'Spoke with Robin.');
  await user.click(getByRole('button', { name: 'Copy the note' }));
  expect(copied).toEqual(['Spoke with Robin.']);
});

it('answers a heavy chat with care', async () => {
  const { getByRole, getByText, user } = renderPanel(READING, { lookBack: () => Promise.resolve(AFTER) });
  await user.click(getByRole('button', { name: 'Look back on this chat' }));
  await user.click(getByRole('button', { name: 'heavy' }));
  expect(getByText(/tell someone on your team today/)).toBeTruthy();
});

it('says so when it fails, and loses nothing', async () => {
  const { findByRole, getByRole, getByText, user } = renderPanel(READING, {
    lookBack: () => Promise.reject(new Error('gone')),
  });
  await user.click(getByRole('button', { name: 'Look back on this chat' }));
  expect((await findByRole('alert')).textContent).toContain('please try again');
  expect(getByText('You could say')).toBeTruthy();
});
