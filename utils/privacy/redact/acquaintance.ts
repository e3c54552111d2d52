export interface Acquaintance {
  names: string[];
}
export function createAcquaintance(known: readonly string[]): Acquaintance {
  const names = known
    .flatMap((name) => [name, ...name.split(/\s+/)])
    .filter((name) => name.trim().length > 2);
  return { names: names.sort((a, b) => b.length - a.length) };
}
