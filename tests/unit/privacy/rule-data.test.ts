import { describe, expect, it } from 'vitest';
import { luhn, mod97 } from '@/utils/privacy/redact/checks';
import commonWords from '@/utils/privacy/redact/lexicon/common-words.json';
import { fold } from '@/utils/privacy/redact/fold';
import { lexicon } from '@/utils/privacy/redact/lexicon';
import { packs } from '@/utils/privacy/redact/packs';
import { shapeSource } from '@/utils/privacy/redact/shape';

const matches = (shape: string, text: string): boolean =>
  new RegExp(`^${shapeSource(shape)}$`, 'i').test(text);

describe('shapes', () => {
  it.each([
    ['@@# #@@', 'SW1 1AA', true],
    ['@@# #@@', 'SW11AA', true],
    ['@@# #@@', 'S11 1AA', false],
    ['###-##-####', '078-05-1120', true],
    ['###-##-####', '078051120', false],
    ['[STFGM]#######@', 's1234567d', true],
    ['[STFGM]#######@', 'A1234567D', false],
    ['#{5,7}', '123456', true],
    ['#{5,7}', '1234', false],
    ['##?', '8', true],
    ['#####[-]####', '94110-2345', true],
    ['#####[-]####', '94110 2345', false],
  ])('%s and %s: %s', (shape, text, expected) => expect(matches(shape, text)).toBe(expected));

  it('have no unbounded repetition, in any pack', () => {
    const shapes = packs.flatMap(({ phones, postcodes, ids }) => [
      ...phones.shapes,
      ...phones.bare,
      ...phones.local,
      ...postcodes.flatMap((rule) => rule.shapes),
      ...ids.flatMap((rule) => rule.shapes),
    ]);
    expect(shapes.length).toBeGreaterThan(100);
    for (const shape of shapes) {
      const source = shapeSource(shape);
      expect(() => new RegExp(source)).not.toThrow();
      expect(source).not.toMatch(/(?<!\\)[*+]|\{\d+,\}/);
    }
  });
});

describe('packs and word lists', () => {
  it('know at least ten countries, each with phones, postcodes, numbers of identity and streets', () => {
    const countries = packs.filter(({ country }) => country !== 'INTERNATIONAL');
    expect(countries.map(({ country }) => country)).toEqual(
      expect.arrayContaining(['GB', 'IE', 'US', 'CA', 'AU', 'NZ', 'SG', 'IN', 'DE', 'FR']),
    );
    for (const { phones, postcodes, ids } of countries) {
      expect(phones.shapes.length).toBeGreaterThan(0);
      expect(postcodes.length).toBeGreaterThan(0);
      expect(ids.length).toBeGreaterThan(0);
    }
  });

  it('are lower case and without accents, as the text is when they are asked', () => {
    const words = [
      ...lexicon.givenNames,
      ...lexicon.surnames,
      ...lexicon.people.relations,
      ...lexicon.places.leads,
    ];
    expect(words.filter((word) => fold(word).text.toLowerCase() !== word)).toEqual([]);
  });

  it('take no everyday word for a name that is nothing else', () => {
    const everyday = commonWords.words.split(' ').filter((word) => word.length > 3);
    expect(everyday.filter((word) => lexicon.givenNames.has(word) && !lexicon.doubtful(word))).toEqual([]);
    expect(everyday.length).toBeGreaterThan(4_000);
  });
});

describe('checks', () => {
  it('know a card and an account from a slip of the hand', () => {
    expect(luhn('4111111111111111')).toBe(true);
    expect(luhn('4111111111111112')).toBe(false);
    expect(mod97('GB29NWBK60161331926819')).toBe(true);
    expect(mod97('GB29NWBK60161331926818')).toBe(false);
  });
});

describe('folding', () => {
  it('makes what looks alike alike, and finds the way back', () => {
    const text = 'é ０७ ٣ “x” a\u200Bb Jose\u0301!';
    const folded = fold(text);
    expect(folded.text).toBe('e 07 3 "x" ab Jose!');
    const at = folded.text.indexOf('Jose');
    const { start, end } = folded.source(at, at + 4);
    expect(text.slice(start, end)).toBe('Jose\u0301');
  });
});
