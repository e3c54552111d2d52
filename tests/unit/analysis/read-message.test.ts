import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createEmotionReader } from '@/utils/analysis/emotion/reader';
import { parseWeights } from '@/utils/analysis/emotion/weights';
import { readMessage } from '@/utils/analysis/read-message';

const bytes = readFileSync('public/models/emotion.bin');
const reader = createEmotionReader(parseWeights(new Uint8Array(bytes).buffer));

test.each([
  'honestly? sometimes I think everyone would be better off if I wasn’t here',
  'lol I am going to kill myself, what a lovely day',
  "I'm not suicidal or anything, had a lovely day actually",
])('no calm or pleasant label stands beside a safety cue: %s', (text) => {
  expect(['neutral', 'happiness', 'surprise']).not.toContain(readMessage(reader, text).label);
});

test('without a cue a pleasant message stays pleasant', () => {
  expect(readMessage(reader, 'I passed my exam, I am so happy!').label).toBe('happiness');
});

test('another language is said to be one, whoever found it out', () => {
  const reading = readMessage(reader, 'ayer lloré mucho', { coverage: 'other' });
  expect(reading).toMatchObject({ label: 'unclear', reason: 'language' });
});
