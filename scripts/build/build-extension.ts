import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** As it would be packed, or `generic`: with no adapter that fits any page, to see how unknown sites are read. */
export type BuildMode = 'production' | 'generic';

const FOLDERS: Record<BuildMode, string> = {
  production: 'chrome-mv3',
  generic: 'chrome-mv3-generic',
};

/** Builds the extension for Chrome and gives its folder. @throws when the build fails, with its output */
export function buildExtension(mode: BuildMode = 'production'): string {
  const { status, stdout, stderr } = spawnSync(
    'npx',
    ['--no-install', 'wxt', 'build', '-b', 'chrome', '--mode', mode],
    { encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  );
  if (status !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`);
  return fileURLToPath(new URL(`../../.output/${FOLDERS[mode]}`, import.meta.url));
}
