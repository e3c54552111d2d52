import { parse } from 'acorn';
import type { Plugin } from 'vite';

/** What Sidelight calls: chat completions, and nothing else. */
const USED = /\/resources\/(index|chat\/)/;
const OPTIONAL = /\/node_modules\/openai\/(resources|lib)\//;

/**
 * Leaves out of the worker what we never call of the `openai` package (files, images, assistants, realtime ...).
 * Its client names every part when it is made, so each name stays, as an empty class; what is used stays whole.
 */
export function slimOpenai(): Plugin {
  return {
    name: 'slim-openai',
    transform(code, id) {
      const file = id.replaceAll('\\', '/');
      return OPTIONAL.test(file) && !USED.test(file) ? { code: emptyClasses(code), map: null } : null;
    },
  };
}

/** A module with the same exported names, each an empty class. Whole re-exports stay as they are. */
export function emptyClasses(code: string): string {
  const lines: string[] = [];
  const name = (id: string) => lines.push(`export class ${id} {}`);
  for (const node of parse(code, { ecmaVersion: 'latest', sourceType: 'module' }).body) {
    if (node.type === 'ExportAllDeclaration') lines.push(code.slice(node.start, node.end));
    if (node.type !== 'ExportNamedDeclaration') continue;
    const { declaration, specifiers } = node;
    for (const { exported } of specifiers) if (exported.type === 'Identifier') name(exported.name);
    if (declaration?.type === 'VariableDeclaration') {
      for (const { id } of declaration.declarations) if (id.type === 'Identifier') name(id.name);
    } else if (declaration) name(declaration.id.name);
  }
  return `${lines.join('\n')}\n`;
}
