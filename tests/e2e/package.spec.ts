import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { parse } from 'acorn';
import { full } from 'acorn-walk';
import type { AnyNode } from 'acorn';
import { bundleWeight } from '@/scripts/bench/bundle-weight';
import { WRITE_GLOBALS, WRITE_METHODS, WRITE_PROPERTIES } from '@/scripts/setup/read-only-rules.mjs';

const CHROME = '.output/chrome-mv3';
const FIREFOX = '.output/firefox-mv3';

const read = (...path: string[]) => readFileSync(join(...path), 'utf8');

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** Gzipped size in kB of these files together. */
function weigh(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0) / 1_000;
}

/** Addresses in error messages of libraries and in field placeholders; nothing ever asks them for anything. */
const DOCUMENTATION = [
  'https://github.com',
  'https://wxt.dev',
  'https://react.dev',
  'https://docs.expo.dev',
  'https://auth.openai.com',
  'https://help.openai.com',
  'https://example.org',
  'https://api.example.org',
];

test('Chrome: the package asks for the least that it needs', () => {
  const manifest = JSON.parse(read(CHROME, 'manifest.json')) as Record<string, unknown>;
  expect(manifest.permissions).toEqual(['storage', 'scripting', 'activeTab', 'sidePanel']);
  expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
  for (const key of [
    'host_permissions',
    'content_scripts',
    'web_accessible_resources',
    'externally_connectable',
    'optional_permissions',
  ]) {
    expect(manifest[key], key).toBeUndefined();
  }
  const { extension_pages: policy } = manifest.content_security_policy as Record<string, string>;
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:");
  expect(policy).not.toMatch(/unsafe|\*\.|script-src[^;]*http/);
});

test('Firefox: the same package, with a sidebar and without Chrome’s permission', () => {
  const manifest = JSON.parse(read(FIREFOX, 'manifest.json')) as Record<string, unknown>;
  expect(manifest.manifest_version).toBe(3);
  expect(manifest.permissions).toEqual(['storage', 'scripting', 'activeTab']);
  expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
  expect(manifest.sidebar_action).toBeDefined();
  expect(manifest.browser_specific_settings).toMatchObject({
    gecko: { data_collection_permissions: { required: ['none'] } },
  });
  expect(manifest.host_permissions).toBeUndefined();
});

test('the scripts that run in a host page hold nothing that could act there', () => {
  const found: string[] = [];
  for (const name of ['chat-reader.js', 'chat-guesser.js']) found.push(...writesIn(read(CHROME, name)));
  expect(found).toEqual([]);
});

function writesIn(source: string): string[] {
  const found: string[] = [];
  full(parse(source, { ecmaVersion: 'latest' }), (node: AnyNode) => {
    const at = `${source.slice(node.start, node.start + 60)}…`;
    if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
      const { property } = node.callee;
      if (property.type === 'Identifier' && WRITE_METHODS.includes(property.name)) found.push(at);
    }
    if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression') {
      const { property } = node.left;
      if (property.type === 'Identifier' && WRITE_PROPERTIES.includes(property.name)) found.push(at);
    }
    if (node.type === 'Identifier' && WRITE_GLOBALS.includes(node.name)) found.push(at);
    if (node.type === 'NewExpression' && node.callee.type === 'Identifier' && node.callee.name === 'Function')
      found.push(at);
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'eval')
      found.push(at);
  });
  return found;
}

test('no address on the network is written into the package, save those that the person clicks or chooses', () => {
  const known = /^https?:\/\/(findahelpline\.com|json-schema\.org|www\.w3\.org|localhost|127\.0\.0\.1)/;
  const hosts = new Set<string>();
  for (const path of files(CHROME).filter((name) => /\.(js|html|css|json)$/.test(name))) {
    for (const [url] of readFileSync(path, 'utf8').matchAll(/https?:\/\/[a-z0-9][a-z0-9.-]+/gi))
      hosts.add(url);
  }
  const preset = readFileSync('utils/llm/presets.json', 'utf8');
  const unexpected = [...hosts].filter((url) => !known.test(url) && !preset.includes(url));
  expect(unexpected.filter((url) => !DOCUMENTATION.includes(url))).toEqual([]);
});

test('every part is as light as promised (kB, gzip)', () => {
  expect(weigh([join(CHROME, 'chat-reader.js')])).toBeLessThanOrEqual(30.5);
  expect(weigh([join(CHROME, 'chat-guesser.js')])).toBeLessThanOrEqual(16);
  const worker = bundleWeight(read(CHROME, 'background.js'));
  expect(worker.code).toBeLessThanOrEqual(167);
  expect(worker.data).toBeLessThanOrEqual(488);
  const panel = [...read(CHROME, 'sidepanel.html').matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)];
  expect(panel.length).toBeGreaterThan(1);
  const panelFiles = new Set(panel.map(([, path]) => join(CHROME, path ?? '')));
  expect(weigh(files(CHROME).filter((path) => panelFiles.has(path)))).toBeLessThanOrEqual(200);
});
