import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adapterOf, checkRecipe, isFor, type Recipe } from '@/utils/sites/recipe';
import { cssFault } from '@/utils/sites/safe-css';
import { pathPattern } from '@/utils/sites/teach/make-recipe';

const NO_SIDE = { supporter: [], client: [], other: [], colleague: [], neither: [], self: [] };
const RECIPE: Recipe = {
  v: 1,
  origin: 'https://chat.example.org',
  path: '/room/**',
  made: '2026-11-20',
  reads: {
    container: [{ css: '[role="log"]' }],
    list: [{ css: '[role="log"]' }],
    row: [{ css: '[data-id]' }],
    breaks: [],
    key: [{ url: 'room/:' }],
    title: [],
    messageId: [{ attr: 'data-id' }],
    side: { ...NO_SIDE, you: [], clientName: [], pair: [], asker: [], askerName: [], bubble: [] },
    followUp: [{ css: '[data-id]:not(:has(.name))' }],
    author: [{ css: '.name' }],
    time: [],
    body: [{ css: '.text' }],
    quote: [],
    exclude: [],
    edited: [],
    deleted: [],
    pending: [],
    attachments: [],
    composer: [{ css: 'textarea' }],
    settle: 500,
  },
};
const withRow = (css: string) => ({ ...RECIPE, reads: { ...RECIPE.reads, row: [{ css }] } });
const faultOf = (data: unknown) => {
  const checked = checkRecipe(data);
  return checked.ok ? null : checked.fault.field;
};

test('a recipe in order is taken, and stands for an adapter of its site and paths', () => {
  expect(checkRecipe(RECIPE)).toEqual({ ok: true, recipe: RECIPE });
  expect(adapterOf(RECIPE)).toMatchObject({ name: 'chat.example.org', recognise: { path: '/room/**' } });
});

describe('a hostile recipe is refused with its field', () => {
  test.each<[string, unknown, string]>([
    ['another site’s form', { ...RECIPE, origin: 'javascript:alert(1)' }, 'origin'],
    ['a path in an origin', { ...RECIPE, origin: 'https://chat.example.org/x' }, 'origin'],
    ['a regular expression for a path', { ...RECIPE, path: '/(a+)+$?' }, 'path'],
    ['a field that there is none of', { ...RECIPE, run: 'alert(1)' }, 'the whole'],
    [
      'what a person typed',
      { ...RECIPE, reads: { ...RECIPE.reads, body: [{ attr: 'value' }] } },
      'reads.body.0.attr',
    ],
    ['a password field', withRow('input[type=password]'), 'reads.row.0.css'],
    ['any field', withRow('form > input'), 'reads.row.0.css'],
    ['a selector that looks inside inside', withRow(':has(:has(a))'), 'reads.row.0.css'],
    ['a selector bomb', withRow('div '.repeat(40).trim()), 'reads.row.0.css'],
    ['a selector too long', withRow('a'.repeat(301)), 'reads.row.0.css'],
    ['no rows', { ...RECIPE, reads: { ...RECIPE.reads, row: [] } }, 'reads.row'],
    ['a second version', { ...RECIPE, v: 2 }, 'v'],
    ['more than 8 kB', { ...RECIPE, note: 'x'.repeat(9_000) }, 'the whole'],
  ])('%s', (_, data, field) => {
    expect(faultOf(data)).toBe(field);
  });

  test('a selector that no browser understands', () => {
    const checked = checkRecipe(RECIPE, (css) => css !== '.text');
    expect(checked).toMatchObject({ ok: false, fault: { field: 'reads.body.0.css' } });
  });

  test('anything at all, without a throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        expect(checkRecipe(data).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (css) => {
        cssFault(css);
      }),
    );
  });
});

test('a recipe is for its origin and the paths of its pattern alone', () => {
  const at = (address: string) => isFor(RECIPE, new URL(address));
  expect(at('https://chat.example.org/room/7')).toBe(true);
  expect(at('https://chat.example.org/room')).toBe(true);
  expect(at('https://chat.example.org/rooms/7')).toBe(false);
  expect(at('https://chat.example.org:8443/room/7')).toBe(false);
  expect(at('http://chat.example.org/room/7')).toBe(false);
  expect(['/', '/room/7', '/1234/x'].map(pathPattern)).toEqual(['/**', '/room/**', '/*/**']);
});
