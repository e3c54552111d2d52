import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { situationsOf, stepsOf, type Situations } from '../../support/platforms/situations';

const FIXTURES = readdirSync('tests/fixtures/platforms').flatMap((name) =>
  name.endsWith('.html') ? name.replace('.html', '') : [],
);

/** The story that `stage.js` plays. */
const STORY = 'start repeat arrive run send confirm edit delete older window thread switch back';

/** Columns of the table, by what they are called there. */
const COLUMNS: Record<string, keyof Situations> = {
  'author in': 'authors',
  edited: 'edited',
  deleted: 'deleted',
  quoted: 'quoted',
  'picture alone': 'picture',
  'on its way': 'pending',
  beside: 'beside',
};

test('every fixture plays the whole story', () => {
  for (const fixture of FIXTURES) expect(stepsOf(fixture).join(' '), fixture).toBe(STORY);
});

test('the table of what the fixtures hold is what they hold', () => {
  const [, section = ''] = readFileSync('docs/adapters.md', 'utf8').split('\n## What the fixtures hold\n');
  const written = (section.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.includes('---'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const held = FIXTURES.map((fixture) => {
    const situations = situationsOf(fixture);
    return [fixture, ...Object.values(COLUMNS).map((column) => situations[column])];
  });
  expect(written).toEqual([['fixture', ...Object.keys(COLUMNS)], ...held]);
});
