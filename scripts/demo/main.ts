import { parseArgs } from 'node:util';
import { buildExtension } from '../build/build-extension';
import { playByItself } from './play';
import { showToPerson } from './show';

/**
 * The main job, for somebody who sees Sidelight for the first time: builds, opens a made-up chat in Chromium
 * with the extension beside it. Without a display, or with --headless, it plays the whole conversation itself.
 */
const { values } = parseArgs({
  options: { headless: { type: 'boolean', default: false }, out: { type: 'string', default: 'demo-out' } },
});

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

async function main(): Promise<void> {
  buildExtension();
  if (values.headless || !hasDisplay) await playByItself(values.out);
  else await showToPerson();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
