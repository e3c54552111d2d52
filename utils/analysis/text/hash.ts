/** Start value of `hashUnit`: the FNV-1a offset basis. */
export const HASH_SEED = 0x811c9dc5;

/** One FNV-1a step over a 16-bit code unit. */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** FNV-1a over the UTF-16 code units of `text`, going on from `seed`; not yet spread, see `spreadHash`. */
export function hashText(text: string, seed: number = HASH_SEED): number {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = hashUnit(hash, text.charCodeAt(i));
  return hash;
}

/** Spreads a hash over all 32 bits (the finisher of MurmurHash3), so that its low bits can pick a bucket. */
export function spreadHash(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
