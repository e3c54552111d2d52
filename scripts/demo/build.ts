import { spawnSync } from 'node:child_process';

/** Builds the extension for Chrome as it would be packed. @throws when the build fails, with its output */
export function buildExtension(): void {
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', 'wxt', 'build', '-b', 'chrome'], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`);
}
