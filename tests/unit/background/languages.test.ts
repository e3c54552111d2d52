import { expect, test, vi } from 'vitest';
import { Languages } from '@/entrypoints/background/languages';

const SPANISH = 'ayer lloré mucho'; // too short for its own words to tell

test('text whose own words do not tell is the browser’s to tell, once', async () => {
  const guess = vi.fn(() => Promise.resolve({ language: 'es', share: 0.97 }));
  const languages = new Languages(guess);
  expect(languages.coverage(SPANISH)).toBe('unsure');
  await languages.learn([SPANISH]);
  await languages.learn([SPANISH]);
  expect(languages.coverage(SPANISH)).toBe('other');
  expect(guess).toHaveBeenCalledTimes(1);
});

test('plain English is never asked about, whatever the browser would say', async () => {
  const guess = vi.fn(() => Promise.resolve({ language: 'nl', share: 1 }));
  const languages = new Languages(guess);
  const text = 'I was in the house with my brother and it was so loud';
  await languages.learn([text]);
  expect(languages.coverage(text)).toBe('covered');
  expect(guess).not.toHaveBeenCalled();
});

test('one or two words are never taken for another language', async () => {
  const languages = new Languages(() => Promise.resolve({ language: 'ja', share: 1 }));
  await languages.learn(['lah', 'aiya sian']);
  expect(languages.coverage('lah')).not.toBe('other');
  expect(languages.coverage('aiya sian')).not.toBe('other');
});

test('a browser that cannot tell changes nothing', async () => {
  const languages = new Languages(() => Promise.resolve(null));
  await languages.learn([SPANISH]);
  expect(languages.coverage(SPANISH)).toBe('unsure');
});
