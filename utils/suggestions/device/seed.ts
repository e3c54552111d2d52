/** A steady number in [0, 1) for a text: the same text, the same number, on every machine (FNV-1a, mixed). */
export const steady = (text: string): number => steadyAfter(text)('');

/** The same for texts that begin alike: what they have in common is read once. */
export function steadyAfter(beginning: string): (rest: string) => number {
  const begun = read(beginning, 0x811c9dc5);
  return (rest) => {
    let hash = read(rest, begun);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x85ebca6b);
    hash ^= hash >>> 13;
    return (hash >>> 0) / 0x1_0000_0000;
  };
}

function read(text: string, from: number): number {
  let hash = from;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash;
}
