import { gzipSync } from 'node:zlib';
import { parse, type AnyNode } from 'acorn';
import { full } from 'acorn-walk';

/**
 * What a bundle weighs in kB (gzip), its program apart from the knowledge in it. Lexicons, rules and banks of
 * phrases are JSON files in the repository; the build turns each into a `JSON.parse` of one literal.
 */
export function bundleWeight(source: string): { code: number; data: number } {
  const packs: { start: number; end: number }[] = [];
  full(parse(source, { ecmaVersion: 'latest' }), (node: AnyNode) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return;
    const { object, property } = node.callee;
    const isParse =
      object.type === 'Identifier' &&
      object.name === 'JSON' &&
      property.type === 'Identifier' &&
      property.name === 'parse';
    const [text] = node.arguments;
    if (isParse && text && (text.type === 'Literal' || text.type === 'TemplateLiteral')) packs.push(text);
  });
  packs.sort((a, b) => a.start - b.start);
  let code = '';
  let data = '';
  let from = 0;
  for (const { start, end } of packs) {
    code += source.slice(from, start);
    data += source.slice(start, end);
    from = end;
  }
  return { code: kilobytes(code + source.slice(from)), data: kilobytes(data) };
}

function kilobytes(text: string): number {
  return gzipSync(text).length / 1_000;
}
