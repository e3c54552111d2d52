import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readThemeLines } from '@/scripts/train/theme-lines';
import { readJudgedThemes, surestTheme } from '@/scripts/measure/themes';
import { WeightsError } from '@/utils/analysis/emotion/weights-error';
import { checksum } from '@/utils/analysis/model-file';
import { THEMES } from '@/utils/analysis/themes/theme';
import { createThemeReader, parseThemeModel } from '@/utils/analysis/themes/theme-model';

const committed = (): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync('public/models/themes.bin'));
const read = createThemeReader(parseThemeModel(committed()));
const judged = readJudgedThemes('.');

/** Changes the file and mends its checksum, so that what comes behind the checksum is tested too. */
function changed(change: (bytes: Uint8Array<ArrayBuffer>) => void): Uint8Array<ArrayBuffer> {
  const bytes = committed();
  change(bytes);
  new DataView(bytes.buffer).setUint32(4, checksum(bytes.subarray(8)), true);
  return bytes;
}

describe('the weights of the themes', () => {
  it.each([
    ['cut off', committed().subarray(0, 8), 'too short'],
    ['of another kind', changed((bytes) => bytes.fill(0, 0, 4)), 'not a theme model'],
    ['damaged', committed().fill(1, 200, 210), 'damaged'],
    [
      'for other themes',
      changed((bytes) => {
        const at = new TextDecoder('latin1').decode(bytes).indexOf('lonely');
        bytes.set(new TextEncoder().encode('LONELY'), at);
      }),
      'other themes',
    ],
  ])('that are %s say so', (_, bytes, why) => {
    expect(() => parseThemeModel(bytes)).toThrow(WeightsError);
    expect(() => parseThemeModel(bytes)).toThrow(why);
  });
});

describe('the themes of a text', () => {
  it.each(['', 'ok', 'x'.repeat(5_000), '😀😀', 'мне очень грустно'])(
    'are shares of one whole: %j',
    (text) => {
      const shares = read(text);
      expect([...shares.keys()]).toEqual([...THEMES]);
      expect([...shares.values()].reduce((a, b) => a + b, 0)).toBeCloseTo(1);
      expect([...shares.values()].every((share) => share >= 0)).toBe(true);
    },
  );

  it('are judged on messages that nothing was learnt from', () => {
    const learnt = new Set(readThemeLines('.').map(({ text }) => text.toLowerCase()));
    expect(judged.length).toBeGreaterThan(400);
    expect(judged.filter(({ text }) => learnt.has(text.toLowerCase()))).toEqual([]);
  });

  it('are named rightly more often, the surer they are', () => {
    const readings = judged
      .map((line) => ({ line, ...surestTheme(read, line.text) }))
      .sort((a, b) => b.share - a.share)
      .map(({ line, theme }) => theme === line.theme || theme === line.second);
    const right = (part: readonly boolean[]): number => part.filter(Boolean).length / part.length;
    const tenth = Math.round(judged.length / 10);
    expect(right(readings.slice(0, tenth))).toBeGreaterThan(0.6);
    expect(right(readings.slice(0, tenth))).toBeGreaterThan(right(readings) + 0.2);
  });
});
