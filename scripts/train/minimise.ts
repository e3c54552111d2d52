/** Value of a smooth function at `x`; writes its gradient into `gradient`. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

const MEMORY = 10;
/** Armijo's constant: how much of the promised decrease a step must bring. */
const ENOUGH = 1e-4;

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};
const addScaled = (a: Float64Array, factor: number, b: Float64Array): void => {
  for (let i = 0; i < a.length; i += 1) a[i] = (a[i] ?? 0) + factor * (b[i] ?? 0);
};

/**
 * Minimises a smooth convex function by L-BFGS with a backtracking line search (Nocedal and Wright,
 * "Numerical Optimization", algorithm 7.5). Starts from `start`, which is left as it was.
 */
export function minimise(
  objective: Objective,
  start: Float64Array,
  iterations: number,
  tolerance = 1e-6,
): Float64Array {
  const x = start.slice();
  const gradient = new Float64Array(x.length);
  let value = objective(x, gradient);
  const steps: Float64Array[] = [];
  const changes: Float64Array[] = [];
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    const direction = gradient.map((g) => -g);
    const shares: number[] = [];
    for (let k = steps.length - 1; k >= 0; k -= 1) {
      const s = steps[k] ?? direction;
      const y = changes[k] ?? direction;
      const a = dot(s, direction) / dot(s, y);
      shares[k] = a;
      addScaled(direction, -a, y);
    }
    const lastStep = steps.at(-1);
    const lastChange = changes.at(-1);
    const scale =
      lastStep && lastChange
        ? dot(lastStep, lastChange) / dot(lastChange, lastChange)
        : 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)));
    for (let i = 0; i < direction.length; i += 1) direction[i] = (direction[i] ?? 0) * scale;
    for (let k = 0; k < steps.length; k += 1) {
      const s = steps[k] ?? direction;
      const y = changes[k] ?? direction;
      addScaled(direction, (shares[k] ?? 0) - dot(y, direction) / dot(s, y), s);
    }
    const slope = dot(gradient, direction);
    if (-slope < tolerance * Math.max(1, Math.abs(value)) * 1e-2) break;
    const before = x.slice();
    const oldGradient = gradient.slice();
    let length = 1;
    let next = value;
    for (let tries = 0; tries < 30; tries += 1) {
      x.set(before);
      addScaled(x, length, direction);
      next = objective(x, gradient);
      if (next <= value + ENOUGH * length * slope) break;
      length *= 0.5;
    }
    const step = x.slice();
    addScaled(step, -1, before);
    const change = gradient.slice();
    addScaled(change, -1, oldGradient);
    if (dot(step, change) > 1e-12) {
      steps.push(step);
      changes.push(change);
      if (steps.length > MEMORY) {
        steps.shift();
        changes.shift();
      }
    }
    const gained = value - next;
    value = next;
    if (gained < tolerance * Math.max(1, Math.abs(value))) break;
  }
  return x;
}
