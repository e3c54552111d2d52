import { describe, expect, it } from 'vitest';
import { loadModels } from '@/scripts/models/load-models';
import { readJudgedThemes } from '@/scripts/measure/themes';
import { createTalk } from '@/scripts/suggest/talk';
import { THEMES } from '@/utils/analysis/themes/theme';
import hearts from '@/utils/suggestions/device/bank/hearts.json';
import { NO_HINT_MODELS } from '@/utils/suggestions/device/hint-models';
import { HEARTS, heartsOf } from '@/utils/suggestions/device/hearts';
import { LINES } from '@/utils/suggestions/device/lines';
import { suggestOnDevice } from '@/utils/suggestions/device/suggest';

const models = loadModels();
const heartLines = LINES.filter(({ heart }) => heart !== undefined);
const isHeartLine = (text: string): boolean => heartLines.some((line) => text.endsWith(line.text));

/** The hints for a message, with and without what is known of its heart. */
function hintsFor(text: string, hintModels = models.hintModels): string[] {
  const talk = createTalk({ ...models, hintModels });
  talk.add({ id: 'c', side: 'client', text });
  return suggestOnDevice({ ...talk.moment(), round: 0 }).hints.map((hint) => hint.text);
}

const themesOf = (name: string): readonly string[] =>
  hearts.hearts.find((heart) => heart.name === name)?.themes ?? [];

describe('what a turn is most about', () => {
  it.each(HEARTS.map((name) => [name]))('has lines to empathise with and to support by: %s', (name) => {
    for (const hint of ['empathise', 'support'])
      expect(
        heartLines.filter((line) => line.hint === hint && line.heart?.split(' ').includes(name) === true)
          .length,
      ).toBeGreaterThan(0);
  });

  it('is named only where it is sure: in most of such messages a careful reader names it too', () => {
    const { themes } = models.hintModels;
    if (themes === null) throw new Error('no weights');
    const named = readJudgedThemes('.').flatMap(({ text, theme, second }) => {
      const [heart] = heartsOf(themes(text), { judged: false });
      if (heart === undefined) return [];
      const meant = themesOf(heart.name);
      return [meant.includes(theme) || (second !== undefined && meant.includes(second))];
    });
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter(Boolean).length / named.length).toBeGreaterThan(0.8);
  });

  const even = new Map(THEMES.map((theme) => [theme, 1 / THEMES.length]));

  it('is nothing where every theme is as likely as any other', () => {
    expect(heartsOf(even, { judged: false })).toEqual([]);
  });

  it('may be only what is broad there, where each line is judged as well', () => {
    const broad = heartsOf(even, { judged: true }).map(({ name }) => name);
    expect(broad).toContain('hurt');
    expect(broad.filter((name) => themesOf(name).length === 1)).toEqual([]);
  });

  it.each([
    ['a plan', 'ok. on monday I will go to the desk and ask her for the form before my shift'],
    ['being passed over', 'they gave the promotion to the new guy. i trained him'],
  ])('is heard where no known word says it: %s', (_, text) => {
    expect(hintsFor(text).some(isHeartLine)).toBe(true);
    expect(hintsFor(text, NO_HINT_MODELS).some(isHeartLine)).toBe(false);
  });

  it.each(['my name is Tom', 'we had soup', 'hello'])('is not made up: %s', (text) => {
    expect(hintsFor(text).filter(isHeartLine)).toEqual([]);
  });
});
