import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** One script that runs by itself in a page or a worker, from a module of this project. */
export async function bundle(entry: string): Promise<string> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': root.replace(/\/$/, '') } },
    build: { write: false, lib: { entry: `${root}${entry}`, formats: ['iife'], name: 'page' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error(`${entry} was not built`);
  return output.output[0].code;
}
