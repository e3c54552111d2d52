import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from '@/utils/schema';

/**
 * The lines of a `.jsonl` file, parsed; empty ones are passed over.
 * @throws Error that names the file and the line that is not valid
 */
export function readLines<S extends z.ZodMiniType>(file: string, schema: S): z.output<S>[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      try {
        return [schema.parse(JSON.parse(line))];
      } catch (error) {
        throw new Error(`${file}, line ${String(i + 1)}: ${String(error)}`, { cause: error });
      }
    });
}

/** The lines of every `.jsonl` file of a folder, file by file, each with the name of its file without the ending. */
export function readFolder<S extends z.ZodMiniType>(
  folder: string,
  schema: S,
): { file: string; line: z.output<S> }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      readLines(join(folder, name), schema).map((line) => ({ file: basename(name, '.jsonl'), line })),
    );
}
