/** Steps from one element to another in one selector: what is more is slow on a long page, or a trick. */
const MOST_STEPS = 16;
/** Selectors that look around in what is inside, `:has()`, in one. */
const MOST_HAS = 3;
const DEEPEST = 4;

/**
 * What is wrong with a selector of a recipe, in words; null when nothing is. It is about what could slow a page
 * down or read what is no message; whether a browser understands it is for the browser to say.
 */
export function cssFault(css: string): string | null {
  const plain = withoutStrings(css);
  if (plain === null) return 'has a quotation mark without its other half';
  if (/[{};@]|\/\*|\\/.test(plain.replace(/\\./g, ''))) return 'holds what is no part of a selector';
  if (/password|\[\s*autocomplete|one-time|credit/i.test(css))
    return 'is about a secret field, which is never read';
  if (/(?:^|[\s>+~,(])input(?![^,]*type\s*=\s*['"]?text)/i.test(css))
    return 'may find fields other than a chat’s';
  const depth = depths(plain);
  if (depth === null) return 'has a bracket without its other half';
  if (Math.max(0, ...depth) > DEEPEST) return 'is nested too deeply';
  if ((plain.match(/:has\(/gi) ?? []).length > MOST_HAS) return 'looks inside elements too often (:has)';
  if (isNestedHas(plain)) return 'has a :has() inside another';
  const steps = plain.split(/\s*[>+~\s]\s*/).length;
  return steps > MOST_STEPS ? 'has too many steps' : null;
}

/** The same with everything in quotation marks, and in the brackets of attributes, as blanks. */
function withoutStrings(css: string): string | null {
  const plain = css.replace(/\\./g, '_').replace(/"[^"\n]*"|'[^'\n]*'/g, (part) => '_'.repeat(part.length));
  return /["']/.test(plain) ? null : plain;
}

/** How many brackets are open after each character; null when they do not match. */
function depths(plain: string): number[] | null {
  const open: string[] = [];
  const depth: number[] = [];
  for (const letter of plain) {
    if (letter === '(' || letter === '[') open.push(letter);
    if (letter === ')' && open.pop() !== '(') return null;
    if (letter === ']' && open.pop() !== '[') return null;
    depth.push(open.length);
  }
  return open.length === 0 ? depth : null;
}

function isNestedHas(plain: string): boolean {
  for (let at = plain.search(/:has\(/i); at >= 0;) {
    const start = at + 5;
    let open = 1;
    let end = start;
    while (end < plain.length && open > 0) {
      if (plain[end] === '(') open += 1;
      if (plain[end] === ')') open -= 1;
      end += 1;
    }
    if (/:has\(/i.test(plain.slice(start, end))) return true;
    const next = plain.slice(end).search(/:has\(/i);
    at = next < 0 ? -1 : end + next;
  }
  return false;
}
