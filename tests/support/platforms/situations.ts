import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

/** What a fixture's page draws: see `tests/fixtures/platforms/stage.js`. */
interface Skin {
  pending?: boolean;
  quotes?: boolean;
  window?: boolean;
  page(context: object): string;
  row(message: object): string;
  thread?(context: object): string;
}

/** Why a situation is not in a fixture: the site has no such thing, or its markup for it is not known. */
export type Lack = 'none' | 'not known';

/** What differs from fixture to fixture; all else is played in each of them. */
export interface Situations {
  /** Which rows of a run name their author. */
  authors: 'first of a run' | 'last of a run' | 'every row' | 'nowhere';
  edited: 'marked' | 'other words';
  deleted: 'marked' | 'gone';
  quoted: 'yes' | Lack;
  picture: 'yes' | Lack;
  pending: 'marked' | 'id changes' | Lack;
  beside: 'open' | 'hidden' | Lack;
}

interface Said {
  steps: Record<string, string[]>;
  lacks?: Partial<Record<'quoted' | 'picture' | 'pending' | 'beside', Lack>>;
}

const FOLDER = 'tests/fixtures/platforms/';
const MAYA = 'Maya Brook';
const MESSAGE = {
  ...{ uid: 7, id: '7', who: 'client', text: 'some words', html: 'some words', chat: 'maya7' },
  ...{ name: MAYA, with: MAYA, mine: false, first: true, last: true, quote: null },
  ...{ at: 1_000_000, iso: '2026-11-20T09:00:00.000Z', clock: '09:00', say: (words: string) => words },
};

/** What a fixture holds, by what its page draws and what is expected to be read of it. */
export function situationsOf(fixture: string): Situations {
  const skin = skinOf(fixture);
  const { steps, lacks = {} } = JSON.parse(readFileSync(`${FOLDER}${fixture}.json`, 'utf8')) as Said;
  const lines = Object.values(steps).flat();
  const isRead = (mark: string) => lines.some((line) => line.includes(mark));
  const draw = (more: object = {}) => skin.row({ ...MESSAGE, ...more });
  const differs = (more: object) => draw(more) !== draw();
  const lack = (name: keyof typeof lacks): Lack => {
    const why = lacks[name];
    if (why === undefined) throw new Error(`${fixture}: ${name} is not played, and "lacks" does not say why`);
    return why;
  };
  const found: Situations = {
    authors: authorsOf(draw),
    edited: isRead('(edited)') ? 'marked' : 'other words',
    deleted: isRead('(deleted)') ? 'marked' : 'gone',
    quoted:
      skin.quotes !== false &&
      draw({ quote: { name: 'Robin', text: 'quoted words' } }).includes('quoted words')
        ? 'yes'
        : lack('quoted'),
    picture: isRead('[image]') && differs({ image: true, text: '', html: '' }) ? 'yes' : lack('picture'),
    pending: isRead('(sending)')
      ? 'marked'
      : skin.pending !== false && differs({ pending: true, id: 'tmp:7' })
        ? 'id changes'
        : lack('pending'),
    beside: skin.thread ? 'open' : /display: ?none/.test(skin.page(context())) ? 'hidden' : lack('beside'),
  };
  const superfluous = Object.keys(lacks).filter(
    (name) => found[name as keyof typeof lacks] !== lacks[name as keyof typeof lacks],
  );
  if (superfluous.length > 0)
    throw new Error(`${fixture}: ${superfluous.join()} is played, and "lacks" says it is not`);
  if (skin.window === false) throw new Error(`${fixture}: no rows are dropped from its list`);
  return found;
}

/** The steps of the story that every fixture plays. */
export function stepsOf(fixture: string): string[] {
  return Object.keys((JSON.parse(readFileSync(`${FOLDER}${fixture}.json`, 'utf8')) as Said).steps);
}

function authorsOf(draw: (more?: object) => string): Situations['authors'] {
  if (draw({ first: false }) !== draw()) return 'first of a run';
  if (draw({ last: false }) !== draw()) return 'last of a run';
  return draw().toLowerCase().replaceAll('-', ' ').includes(MAYA.toLowerCase()) ? 'every row' : 'nowhere';
}

const context = () => ({ id: 'maya7', with: MAYA, me: 'Robin Lee', say: (words: string) => words });

function skinOf(fixture: string): Skin {
  const page = readFileSync(`${FOLDER}${fixture}.html`, 'utf8');
  const script = /<script>([^]*?)<\/script>/.exec(page)?.[1] ?? '';
  let skin: Skin | undefined;
  runInNewContext(script, {
    stage: (given: Skin) => {
      skin = given;
    },
  });
  if (!skin) throw new Error(`${fixture}: its page calls stage() nowhere`);
  return skin;
}
