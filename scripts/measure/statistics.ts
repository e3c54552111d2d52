/** Pearson's correlation; 0 when either side does not vary. */
export function pearson(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
  const meanA = mean(a);
  const meanB = mean(b);
  let both = 0;
  let squaresA = 0;
  let squaresB = 0;
  a.forEach((value, i) => {
    const da = value - meanA;
    const db = (b[i] ?? 0) - meanB;
    both += da * db;
    squaresA += da * da;
    squaresB += db * db;
  });
  return squaresA === 0 || squaresB === 0 ? 0 : both / Math.sqrt(squaresA * squaresB);
}

/** F1 of yes-or-no answers; 0 when nothing is yes on either side. */
export function f1(gold: readonly boolean[], given: readonly boolean[]): number {
  const both = gold.filter((yes, i) => yes && given[i]).length;
  const sides = gold.filter(Boolean).length + given.filter(Boolean).length;
  return sides === 0 ? 0 : (2 * both) / sides;
}

/** Mean of the classes' F1, for one label a row. */
export function macroF1<T>(classes: readonly T[], gold: readonly T[], given: readonly T[]): number {
  const each = classes.map((name) =>
    f1(
      gold.map((g) => g === name),
      given.map((g) => g === name),
    ),
  );
  return each.reduce((sum, value) => sum + value, 0) / classes.length;
}

/** The commonest value. */
export function majority<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
