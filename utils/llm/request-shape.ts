/** How the answer's form is asked for, from the surest to the plainest. */
export const FORMATS = ['json-schema', 'json-object', 'plain'] as const;
export type Format = (typeof FORMATS)[number];

/** The optional parts of a request. Servers that speak the same protocol differ in what they accept. */
export interface RequestShape {
  format: Format;
  /** Which name the server knows for the longest answer. */
  limit: 'max_tokens' | 'max_completion_tokens' | 'none';
  temperature: boolean;
  /** Asks for the token count in the last piece. */
  usage: boolean;
}

export const FIRST_SHAPE: RequestShape = {
  format: 'json-schema',
  limit: 'max_tokens',
  temperature: true,
  usage: true,
};

/** A request with every optional part refused is seven steps from the first; more would go in circles. */
export const MAX_STEPS = 7;

const STATUSES = new Set([400, 415, 422, 500, 501]);

/**
 * The next plainer request after a server said that it does not support the last one, or null when the
 * refusal is about something else. Without a word on what is wrong, the form of the answer is dropped first.
 */
export function plainerShape(shape: RequestShape, status: number, body: string): RequestShape | null {
  if (!STATUSES.has(status)) return null;
  // Too long a prompt is told with the same words, and no other shape of request helps.
  if (/context.?length|maximum context/i.test(body)) return null;
  if (shape.usage && /stream_options|include_usage/i.test(body)) return { ...shape, usage: false };
  if (shape.limit !== 'none' && /max_tokens|max_completion_tokens/i.test(body)) {
    return { ...shape, limit: shape.limit === 'max_tokens' ? 'max_completion_tokens' : 'none' };
  }
  if (shape.temperature && /temperature/i.test(body)) return { ...shape, temperature: false };
  const format = FORMATS[FORMATS.indexOf(shape.format) + 1];
  if (format === undefined) return null;
  const aboutFormat = /response_format|json_schema|json_object|json schema|structured|guided|grammar/i.test(
    body,
  );
  const silent = status !== 500 && status !== 501 && !/[a-z]{3}/i.test(body);
  return aboutFormat || silent ? { ...shape, format } : null;
}

/** What each endpoint turned out to accept, kept in memory only. */
export class ShapeMemory {
  readonly #shapes = new Map<string, RequestShape>();

  recall(baseUrl: string, model: string): RequestShape {
    return this.#shapes.get(`${baseUrl} ${model}`) ?? FIRST_SHAPE;
  }

  learn(baseUrl: string, model: string, shape: RequestShape): void {
    this.#shapes.set(`${baseUrl} ${model}`, shape);
  }
}
