import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checksum } from '@/utils/analysis/model-file';
import { MAGIC, parseWeights, PREAMBLE, WeightsError } from '@/utils/analysis/emotion/weights';
import { emotionBytes } from './committed-reader';

/** Changes the file and mends its checksum, so that what comes behind the checksum is tested too. */
function changed(
  change: (bytes: Uint8Array<ArrayBuffer>, view: DataView) => Uint8Array<ArrayBuffer> | undefined,
) {
  const original = emotionBytes();
  const bytes = change(original, new DataView(original.buffer)) ?? original;
  new DataView(bytes.buffer).setUint32(8, checksum(bytes.subarray(12)), true);
  return bytes.buffer;
}

const headerOf = (bytes: Uint8Array): Record<string, unknown> =>
  JSON.parse(
    new TextDecoder().decode(
      bytes.subarray(PREAMBLE, PREAMBLE + new DataView(bytes.buffer).getUint32(12, true)),
    ),
  ) as Record<string, unknown>;

function withHeader(change: (header: Record<string, unknown>) => void) {
  return changed((bytes, view) => {
    const header = headerOf(bytes);
    const body = bytes.subarray(PREAMBLE + view.getUint32(12, true));
    change(header);
    const json = new TextEncoder().encode(JSON.stringify(header));
    const out = new Uint8Array(PREAMBLE + json.length + body.length);
    out.set(bytes.subarray(0, PREAMBLE));
    new DataView(out.buffer).setUint32(12, json.length, true);
    out.set(json, PREAMBLE);
    out.set(body, PREAMBLE + json.length);
    return out;
  });
}

describe('the weights that ship', () => {
  it('weigh at most 400 kB gzip together', () => {
    const sizes = readdirSync('public/models').map(
      (name) => gzipSync(readFileSync(`public/models/${name}`), { level: 9 }).length,
    );
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(400_000);
  });

  it('can be read', () => {
    const weights = parseWeights(emotionBytes().buffer);
    expect(weights.table.values.some((value) => value !== 0)).toBe(true);
    expect(weights.lexicon.size).toBeGreaterThan(1_000);
    expect(weights.certainty.curve.every(([, right], i, all) => right >= (all[i - 1]?.[1] ?? 0))).toBe(true);
  });
});

describe('weights that cannot be used say why', () => {
  it.each([
    ['empty', new ArrayBuffer(0), 'too short'],
    [
      'a web page',
      new TextEncoder().encode('<!doctype html><title>Not found</title>').buffer,
      'not a weights file',
    ],
    ['half of them', emotionBytes().slice(0, 100_000).buffer, 'damaged'],
    ['all but the last byte', emotionBytes().slice(0, -1).buffer, 'damaged'],
  ])('%s', (_, buffer, why) => {
    expect(() => parseWeights(buffer)).toThrow(WeightsError);
    expect(() => parseWeights(buffer)).toThrow(why);
  });

  it('one bit flipped anywhere', () => {
    for (const at of [20, 5_000, 50_000, 150_000]) {
      const bytes = emotionBytes();
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      expect(() => parseWeights(bytes.buffer)).toThrow('damaged');
    }
  });

  it('of another version, or another kind', () => {
    const version = emotionBytes();
    new DataView(version.buffer).setUint32(4, 99, true);
    expect(() => parseWeights(version.buffer)).toThrow('version 99');
    const kind = emotionBytes();
    new DataView(kind.buffer).setUint32(0, MAGIC + 1, true);
    expect(() => parseWeights(kind.buffer)).toThrow('not a weights file');
  });

  it('whole by the checksum, but wrong inside', () => {
    const longer = changed((_, view) => {
      view.setUint32(12, 0x7fffffff, true);
      return undefined;
    });
    expect(() => parseWeights(longer)).toThrow('cut off');
    const unreadable = changed((bytes) => {
      bytes[PREAMBLE] = 0x21;
      return undefined;
    });
    expect(() => parseWeights(unreadable)).toThrow('no readable header');
    expect(() => parseWeights(withHeader((header) => delete header['classes']))).toThrow('schema');
    expect(() =>
      parseWeights(
        withHeader((header) => {
          header['signals'] = (header['signals'] as string[]).map((name) => `${name}?`);
        }),
      ),
    ).toThrow('other signals');
    expect(() =>
      parseWeights(
        withHeader((header) => {
          header['sections'] = { table: 10, lexicon: 10, words: 10 };
        }),
      ),
    ).toThrow(WeightsError);
  });
});
