import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTrainedOn, writtenHashes } from '@/scripts/train/trained-on';

const ROOT = path.join(import.meta.dirname, '../../..');

describe('the committed weights', () => {
  // When this fails, lines were changed after the last training: `npm run train -- --data FOLDER PART` trains it anew.
  it('were trained on the lines that are committed beside them', () => {
    expect(writtenHashes(ROOT)).toEqual(readTrainedOn(ROOT));
  });
});
