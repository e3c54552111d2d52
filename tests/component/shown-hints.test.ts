import { describe, expect, it } from 'vitest';
import { shownHints, suggestTarget } from '@/components/live/shown-hints';
import type { View } from '@/utils/messaging/view';
import type { Suggestions } from '@/components/live/suggest-client';
import { EXPLICIT, SCENES } from '../support/gallery/scenes';

const VIEW = SCENES['llm-writing']?.view as View;
const SUGGESTED = SCENES['llm-writing']?.suggestions as Suggestions;

describe('which hints are shown', () => {
  it('is one of each kind, the endpoint’s first, the device’s for what is missing', () => {
    expect(shownHints(VIEW, SUGGESTED).map(({ hint, from }) => [hint.kind, from])).toEqual([
      ['explore', 'endpoint'],
      ['empathise', 'endpoint'],
      ['support', 'device'],
    ]);
  });

  it('is none while a safety cue is open, wherever they come from', () => {
    expect(shownHints({ ...VIEW, safety: [EXPLICIT] }, SUGGESTED)).toEqual([]);
  });

  it('is none after a question about safety, and the endpoint is not asked either', () => {
    const answered = SCENES['hints-safety-asked']?.view as View;
    expect(suggestTarget({ ...answered, engine: VIEW.engine })).toBeNull();
    expect(shownHints({ ...answered, engine: VIEW.engine }, SUGGESTED)).toEqual([]);
  });

  it('is the device’s alone when sending is no longer allowed', () => {
    const stopped: View = { ...VIEW, engine: { kind: 'device' } };
    expect(shownHints(stopped, SUGGESTED).every(({ from }) => from === 'device')).toBe(true);
  });

  it('is the device’s alone, and nothing is asked for, when ideas are wanted', () => {
    const ideas: View = { ...VIEW, wording: { mode: 'always', style: 'ideas' } };
    expect(suggestTarget(ideas)).toBeNull();
    expect(shownHints(ideas, SUGGESTED).every(({ from }) => from === 'device')).toBe(true);
  });
});
