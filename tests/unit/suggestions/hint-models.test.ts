import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findCues } from '@/utils/analysis/cues/find-cues';
import { loadHintModels, NO_HINT_MODELS } from '@/utils/suggestions/device/hint-models';
import { suggestOnDevice } from '@/utils/suggestions/device/suggest';

const whole = (path: string): Promise<ArrayBuffer> =>
  Promise.resolve(new Uint8Array(readFileSync(`public/${path}`)).buffer);
/** The package with one file as `spoil` leaves it. */
const without =
  (name: string, spoil: () => Promise<ArrayBuffer>) =>
  (path: string): Promise<ArrayBuffer> =>
    path.endsWith(name) ? spoil() : whole(path);

describe('what hints were taught', () => {
  it.each([
    ['is missing', () => Promise.reject(new Error('no such file'))],
    ['is damaged', () => Promise.resolve(new ArrayBuffer(40))],
  ])('takes nothing else with it when one file %s', async (_, spoil) => {
    const noFit = await loadHintModels(without('fit.bin', spoil));
    expect(noFit.fit).toBeNull();
    expect(noFit.themes).not.toBeNull();
    const noThemes = await loadHintModels(without('themes.bin', spoil));
    expect(noThemes.themes).toBeNull();
    expect(noThemes.fit).not.toBeNull();
  });

  it.each([
    ['all of it', loadHintModels(whole)],
    ['no themes', loadHintModels(without('themes.bin', () => Promise.reject(new Error('gone'))))],
    ['no fit', loadHintModels(without('fit.bin', () => Promise.reject(new Error('gone'))))],
    ['nothing', Promise.resolve(NO_HINT_MODELS)],
  ])('leaves three hints to give with %s', async (_, loading) => {
    const { hints } = suggestOnDevice({
      messages: [{ id: 'c', side: 'client', text: 'i failed my maths exam again and my dad will be angry' }],
      readings: () => null,
      round: 0,
      models: await loading,
    });
    expect(hints.map(({ kind }) => kind)).toEqual(['explore', 'empathise', 'support']);
  });

  it('says nothing to a bare yes, where only what was said long ago could be brought up', async () => {
    const told = 'my grandmother died last month. i did not go to the funeral because of work';
    const talk = {
      messages: [
        { id: 'c1', side: 'client' as const, text: told },
        { id: 's1', side: 'supporter' as const, text: 'I am sorry. What was she like?' },
        { id: 'c2', side: 'client' as const, text: 'she made soup for the whole street' },
        { id: 's2', side: 'supporter' as const, text: 'You feel guilty about that choice.' },
        { id: 'c3', side: 'client' as const, text: 'Yes, a lot.' },
      ],
      openCues: findCues(told).map((cue) => ({ ...cue, id: 'c1' })),
      readings: () => null,
      round: 0,
    };
    const models = await loadHintModels(whole);
    expect(suggestOnDevice({ ...talk, models })).toEqual({ hints: [], reason: 'listen' });
    expect(suggestOnDevice({ ...talk, models: NO_HINT_MODELS }).hints).not.toEqual([]);
  });
});
