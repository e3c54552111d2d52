import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { emptyClasses, slimOpenai } from '@/scripts/build/slim-openai';

const file = (name: string) => readFileSync(`node_modules/openai/${name}`, 'utf8');

describe('the openai package in the worker', () => {
  test('keeps every exported name of a part that is left out', async () => {
    const name = 'resources/images.mjs';
    const real = (await import('openai/resources/images')) as Record<string, unknown>;
    const slim = emptyClasses(file(name));
    expect(slim.match(/class (\w+)/g)?.map((words) => words.slice(6))).toEqual(Object.keys(real));
  });

  test('passes whole re-exports on', () => {
    expect(emptyClasses(file('resources/webhooks.mjs'))).toContain('export * from');
  });

  test('leaves chat completions, the core and other packages whole', () => {
    const transform = slimOpenai().transform as (code: string, id: string) => unknown;
    for (const id of [
      '/p/node_modules/openai/resources/chat/completions/completions.mjs',
      '/p/node_modules/openai/core/streaming.mjs',
      '/p/node_modules/other/resources/images.mjs',
    ]) {
      expect(transform('export class Kept { method() {} }', id)).toBeNull();
    }
    expect(transform('export class Gone { method() {} }', '/p/node_modules/openai/lib/x.mjs')).toEqual({
      code: 'export class Gone {}\n',
      map: null,
    });
  });
});
