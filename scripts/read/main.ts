import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildExtension } from '../build/build-extension';
import { readPageAt } from './read-page-at';

const HELP = `npm run --silent read -- --url URL [options]

Opens a page in Chromium with the built extension and prints the conversation in it as JSON lines while it changes.

  --url URL              the page
  --setup FILE.mjs       exports default async (page) => {}: log in, open a room (page: Playwright)
  --generic              without the adapters: read as a site that nobody knows
  --teach THEIRS YOURS   teach the site first: two CSS selectors, a message of theirs and one of yours
  --seconds N            stop after N seconds; without it, when the window is closed or with Ctrl-C
  --show                 with a window
`;

const { values, positionals } = parseArgs({
  options: {
    url: { type: 'string' },
    setup: { type: 'string' },
    generic: { type: 'boolean', default: false },
    teach: { type: 'string' },
    seconds: { type: 'string' },
    show: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

/** What is wrong with the words of the call; null when nothing is. */
function wrongWith(): string | null {
  const { url, setup, teach, seconds } = values;
  if (url === undefined || !URL.canParse(url) || !/^https?:$/u.test(new URL(url).protocol))
    return '--url takes an http or https address.';
  if (setup !== undefined && !existsSync(setup)) return `--setup: there is no file ${setup}.`;
  if (positionals.length !== (teach === undefined ? 0 : 1))
    return '--teach takes two selectors: a message of theirs and one of yours.';
  if (seconds !== undefined && !(Number(seconds) > 0)) return '--seconds takes a number above 0.';
  return null;
}

async function main(): Promise<void> {
  const wrong = values.help ? '' : wrongWith();
  if (wrong !== null || values.url === undefined) {
    (values.help ? process.stdout : process.stderr).write(`${wrong ?? ''}\n\n${HELP}`.trimStart());
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const [yours] = positionals;
  await readPageAt({
    url: values.url,
    extension: buildExtension(values.generic ? 'generic' : 'production'),
    isShown: values.show,
    print: (line) => process.stdout.write(`${JSON.stringify(line)}\n`),
    ...(values.setup !== undefined && { setup: values.setup }),
    ...(values.teach !== undefined && yours !== undefined && { teach: { theirs: values.teach, yours } }),
    ...(values.seconds !== undefined && { seconds: Number(values.seconds) }),
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
