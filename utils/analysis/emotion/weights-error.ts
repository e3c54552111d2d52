/** The weights cannot be used. The message says why, for a log; it holds no text of anyone. */
export class WeightsError extends Error {
  override readonly name = 'WeightsError';
}
