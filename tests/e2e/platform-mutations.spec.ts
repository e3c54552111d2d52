import { readFileSync } from 'node:fs';
import { judge } from '../support/platforms/judge';
import { expect, expectedOf, FIXTURES, inPage, test } from '../support/platforms/platform-page';

/** What a new build of a platform may do to all of its markup at once. */
const WHOLE = ['classes', 'labels', 'translated', 'wrapped', 'attributes', 'ids', 'roles'];

/** Every class and attribute that stands in the page of a fixture, one at a time. */
function names(fixture: string): string[] {
  const page = readFileSync(`tests/fixtures/platforms/${fixture}.html`, 'utf8');
  const classes = [...page.matchAll(/class="([^"]*)"/g)].flatMap(
    ([, list = '']) => list.match(/[\w-]{3,}/g) ?? [],
  );
  const attributes = [...page.matchAll(/[\s]((?:data|aria)-[a-z-]+|jid|author|thingid|slot|role)=/g)].map(
    ([, name = '']) => name,
  );
  return [
    ...new Set([...classes.map((name) => `class=${name}`), ...attributes.map((name) => `attribute=${name}`)]),
  ];
}

for (const fixture of FIXTURES) {
  const { steps, turnOn } = expectedOf(fixture);
  const said = steps.start ?? [];

  test(`${fixture}: a page whose markup changed as a whole is read right or not trusted, and the reader says so`, async ({
    open,
  }) => {
    for (const kind of WHOLE) {
      const page = await open(fixture, `?mutate=${kind}`);
      const { lines } = await inPage(page, (reader, ids) => reader.now(ids), turnOn);
      const { right, unsure, swapped } = judge(lines, said);
      expect(swapped, kind).toEqual([]);
      expect(right || unsure, `${kind}: ${lines.join('\n')}`).toBe(true);
    }
  });

  test(`${fixture}: no single class or attribute that goes can swap a side`, async ({ open }) => {
    for (const name of names(fixture)) {
      const page = await open(fixture, `?mutate=${name}`);
      const { lines } = await inPage(page, (reader, ids) => reader.now(ids), turnOn);
      expect(judge(lines, said).swapped, name).toEqual([]);
    }
  });
}

test('a page that lost every class says that it sees no conversation, or that it guesses, not that there is silence', async ({
  open,
}) => {
  for (const fixture of ['element', 'the-lounge', 'telegram-a']) {
    const page = await open(fixture, '?mutate=classes');
    await inPage(page, (reader) => reader.start([]));
    await expect
      .poll(() => inPage(page, (reader) => reader.state().status))
      .toMatch(/no-chat|unreadable|guess/);
  }
});
