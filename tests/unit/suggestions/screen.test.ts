import { describe, expect, it } from 'vitest';
import { SAFE_WORD_RULES } from '@/utils/suggestions/safe-words';
import { screenHint } from '@/utils/suggestions/screen';

describe('the safe words', () => {
  it('each have something that they stop and let pass', () => {
    const untried = SAFE_WORD_RULES.filter(({ bad, ok }) => bad === undefined || ok === undefined);
    expect(untried.map(({ id }) => id)).toEqual([]);
  });

  for (const rule of SAFE_WORD_RULES) {
    it.each(rule.bad ?? [])(`${rule.id} stops: %s`, (text) => {
      const screening = screenHint({ text });
      expect(screening.ok).toBe(false);
    });
    it.each(rule.ok ?? [])(`${rule.id} lets pass: %s`, (text) => {
      expect(screenHint({ text })).toEqual({ ok: true });
    });
  }

  it('names the rule that fired, so that an expert can look it up', () => {
    expect(screenHint({ text: 'I promise not to tell anyone.' })).toEqual({ ok: false, rule: 'secrecy' });
  });

  it.each([
    'Y\u200bou should leave him.',
    'You sh\u00adould leave him.',
    'Ｙｏｕ ｓｈｏｕｌｄ leave him.',
    'Yоu shоuld leave him.',
    'You  should\nleave him.',
    'You sho\u0301uld leave him.',
  ])('sees through hidden and look-alike letters: %j', (text) => {
    expect(screenHint({ text })).toEqual({ ok: false, rule: 'you-should' });
  });

  it('lets advice through only where it fits the stage, and only when it asks for leave', () => {
    const asks = {
      technique: 'advice with permission',
      text: 'Would it help to think it through together?',
    } as const;
    const tells = {
      technique: 'advice with permission',
      text: 'Think it through together with me.',
    } as const;
    expect(screenHint(asks)).toEqual({ ok: false, rule: 'stage' });
    expect(screenHint(asks, { adviceAllowed: true })).toEqual({ ok: true });
    expect(screenHint(tells, { adviceAllowed: true })).toEqual({ ok: false, rule: 'permission' });
  });

  it('stops plain advice under any other name until advice fits', () => {
    const hint = { technique: 'affirmation', text: 'Have you tried talking to your teacher?' } as const;
    expect(screenHint(hint)).toEqual({ ok: false, rule: 'advice-too-early' });
  });
});
