import type { Plugin } from 'vite';

/** Examples that a rule is tested by, by the file that holds them: people and tests read them, the engine does not. */
const EXAMPLES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\/utils\/analysis\/safety\/rules\/[^/]+\.json$/, ['examples']],
  [/\/utils\/suggestions\/safe-words\.json$/, ['bad', 'ok']],
];

/** Files whose `about` tells an expert how they are edited. */
const EXPLAINED = /\/utils\/suggestions\/device\/bank\/[^/]+\.json$/;

/** Leaves out of the package what stands beside rules and bank for those who edit and test them. */
export function slimRules(): Plugin {
  return {
    name: 'slim-rules',
    enforce: 'pre',
    transform(code, id) {
      const file = id.replaceAll('\\', '/');
      if (EXPLAINED.test(file))
        return { code: JSON.stringify({ ...(JSON.parse(code) as object), about: '' }), map: null };
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
