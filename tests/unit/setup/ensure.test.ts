import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureChromium, ensureNodeModules, ensureProsody, MissingTool } from '@/scripts/setup/ensure.mjs';
import type { Host } from '@/scripts/setup/host.mjs';

interface Machine {
  env?: Record<string, string>;
  /** Programs on PATH; apt may add to them. */
  programs?: Record<string, string>;
  /** What `--version` prints; a program that is not listed does not start. */
  versions?: Record<string, string>;
  playwright?: string;
  apt?: boolean;
  /** What a command brings about; by default it fails. */
  onRun?: (command: string, args: string[], machine: Machine) => boolean;
}

/** A machine in memory, and the log of what was run and said on it. */
function host(machine: Machine): Host & { log: string[]; said: string[] } {
  const log: string[] = [];
  const said: string[] = [];
  return {
    log,
    said,
    env: machine.env ?? {},
    say: (message) => void said.push(message),
    which: (name) => machine.programs?.[name],
    canApt: () => machine.apt ?? false,
    playwrightChromium: () => machine.playwright,
    run(command, args) {
      const version = machine.versions?.[command];
      if (args[0] === '--version') return { status: version === undefined ? 127 : 0, stdout: version ?? '' };
      log.push([command, ...args].join(' '));
      return { status: machine.onRun?.(command, args, machine) ? 0 : 1, stdout: '' };
    },
  };
}

const SYSTEM = '/usr/bin/chromium';
const OWN = '/home/x/.cache/ms-playwright/chrome';
const VERSION = 'Chromium 156.0.8078.79';

describe('finding Chromium', () => {
  it('takes the one the person names, before any other', () => {
    const machine = host({
      env: { CHROMIUM_PATH: '/opt/mine' },
      programs: { chromium: SYSTEM },
      versions: { '/opt/mine': VERSION, [SYSTEM]: VERSION },
    });
    expect(ensureChromium(machine)).toBe('/opt/mine');
  });

  it('says so when the named one does not start, rather than take another', () => {
    const machine = host({
      env: { CHROMIUM_PATH: '/opt/gone' },
      programs: { chromium: SYSTEM },
      versions: { [SYSTEM]: VERSION },
    });
    expect(() => ensureChromium(machine)).toThrow('/opt/gone');
  });

  it('prefers the system to Playwright, and fetches nothing', () => {
    const machine = host({
      programs: { 'chromium-browser': SYSTEM },
      versions: { [SYSTEM]: VERSION, [OWN]: VERSION },
      playwright: OWN,
    });
    expect(ensureChromium(machine)).toBe(SYSTEM);
    expect(machine.log).toEqual([]);
  });

  it('passes over a stub, a snap and a browser without its libraries', () => {
    for (const versions of [{}, { [SYSTEM]: 'Chromium 150.0.1 snap' }]) {
      const machine = host({
        programs: { chromium: SYSTEM },
        versions: { ...versions, [OWN]: VERSION },
        playwright: OWN,
      });
      expect(ensureChromium(machine)).toBe(OWN);
    }
  });

  it('lets Playwright fetch its own before it asks apt', () => {
    const machine = host({
      apt: true,
      versions: { [OWN]: VERSION },
      onRun: (command, _args, self) => {
        if (command === 'npx') self.playwright = OWN;
        return command === 'npx';
      },
    });
    expect(ensureChromium(machine)).toBe(OWN);
    expect(machine.log).toHaveLength(1);
  });

  it('falls back on apt as root on Debian when Playwright cannot reach its server', () => {
    const machine = host({
      apt: true,
      versions: { [SYSTEM]: VERSION },
      onRun: (command, args, self) => {
        if (args.includes('install') && command === 'apt-get') self.programs = { chromium: SYSTEM };
        return command === 'apt-get';
      },
    });
    expect(ensureChromium(machine)).toBe(SYSTEM);
    expect(machine.log.filter((line) => line.startsWith('apt-get'))).toEqual([
      'apt-get update -q',
      'apt-get -q install -y --no-install-recommends chromium fonts-liberation',
    ]);
  });

  it('else says what to do, and why Chrome is no help', () => {
    const machine = host({ programs: { 'google-chrome': '/usr/bin/google-chrome' } });
    expect(() => ensureChromium(machine)).toThrow(MissingTool);
    expect(() => ensureChromium(machine)).toThrow(
      /npx playwright install[\s\S]+apt-get install[\s\S]+Chrome/,
    );
    expect(machine.log.some((line) => line.startsWith('apt-get'))).toBe(false);
  });
});

describe('finding Prosody', () => {
  it('takes the one that is there', () => {
    expect(ensureProsody(host({ programs: { prosody: '/usr/bin/prosody' } }))).toBe('/usr/bin/prosody');
  });

  it('installs it by apt where it may', () => {
    const machine = host({
      apt: true,
      onRun: (_command, _args, self) => {
        self.programs = { prosody: '/usr/bin/prosody' };
        return true;
      },
    });
    expect(ensureProsody(machine)).toBe('/usr/bin/prosody');
    expect(machine.said).toEqual(['Installing prosody with apt ...']);
  });

  it('else names the command', () => {
    expect(() => ensureProsody(host({}))).toThrow('apt-get install prosody');
    expect(() => ensureProsody(host({ apt: true }))).toThrow(MissingTool);
  });
});

describe('installing packages', () => {
  const lock = JSON.stringify({
    packages: {
      '': { name: 'x' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/only-elsewhere': { version: '2.0.0', optional: true },
    },
  });
  const installed = JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } });
  let root = '';

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'sidelight-ensure-'));
    writeFileSync(join(root, 'package-lock.json'), lock);
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  const npm = () =>
    host({
      onRun: () => {
        mkdirSync(join(root, 'node_modules'), { recursive: true });
        return true;
      },
    });

  it('installs once on a fresh machine and again only when the lock file changes', () => {
    const first = npm();
    ensureNodeModules(first, root);
    expect(first.log).toEqual(['npm ci --include=dev --no-audit --no-fund']);

    const second = npm();
    ensureNodeModules(second, root);
    expect(second.log).toEqual([]);

    writeFileSync(join(root, 'package-lock.json'), lock.replace('1.0.0', '1.0.1'));
    const third = npm();
    ensureNodeModules(third, root);
    expect(third.log).toHaveLength(1);
  });

  it('trusts an install done by hand when it holds the same versions', () => {
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), installed);
    const machine = npm();
    ensureNodeModules(machine, root);
    expect(machine.log).toEqual([]);
    const stamp = readFileSync(join(root, 'node_modules', '.package-lock.sha256'), 'utf8');
    expect(stamp).toBe(createHash('sha256').update(lock).digest('hex'));
  });

  it('does not trust one that holds other versions', () => {
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), installed.replace('1.0.0', '0.9.0'));
    const machine = npm();
    ensureNodeModules(machine, root);
    expect(machine.log).toHaveLength(1);
  });

  it('does not call a failed install done', () => {
    const machine = host({ onRun: () => false });
    expect(() => {
      ensureNodeModules(machine, root);
    }).toThrow(MissingTool);
    expect(existsSync(join(root, 'node_modules', '.package-lock.sha256'))).toBe(false);
  });
});
