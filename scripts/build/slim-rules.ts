import type { Plugin } from 'vite';

/** Examples that a rule is tested by, by the file that holds them: people and tests read them, the engine does not. */
const EXAMPLES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\/utils\/analysis\/safety\/rules\/[^/]+\.json$/, ['examples']],
  [/\/utils\/suggestions\/safe-words\.json$/, ['bad', 'ok']],
];

/** Leaves out of the package the examples that stand beside the rules. */
export function slimRules(): Plugin {
  return {
    name: 'slim-rules',
    enforce: 'pre',
    transform(code, id) {
      const file = id.replaceAll('\\', '/');
      const names = EXAMPLES.find(([files]) => files.test(file))?.[1];
      return names === undefined
        ? null
        : { code: JSON.stringify(without(JSON.parse(code), names)), map: null };
    },
  };
}

/** The rules of a file without the fields of these names. */
function without(rules: unknown, names: readonly string[]): unknown {
  if (Array.isArray(rules)) return rules.map((rule) => without(rule, names));
  if (typeof rules !== 'object' || rules === null) return rules;
  return Object.fromEntries(
    Object.entries(rules).flatMap(([name, value]) =>
      names.includes(name) ? [] : [[name, name === 'rules' ? without(value, names) : value]],
    ),
  );
}
