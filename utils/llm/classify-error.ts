import type { LlmErrorCode } from './error-codes';
import { parseBaseUrl } from './base-url';
import { AnswerTooLarge, EgressRefused } from './egress';

/** A failure in the words of the closed list. Plain data, so that it survives a message. */
export interface Failure {
  code: LlmErrorCode;
  /** Seconds to wait, when the server said so. */
  retryAfter?: number;
  /** The server's own short words, for the connection test only. */
  detail?: string;
}

/** What is known of an answer that is not a success. */
export interface RefusedAnswer {
  status: number;
  contentType: string | null;
  /** The beginning of the body. */
  body: string;
  retryAfter: string | null;
  baseUrl: string;
  /** Epoch milliseconds, to read a date in Retry-After. */
  now: number;
}

/** Longest wait that is passed on, in seconds. */
const LONGEST_WAIT = 3_600;
const MAX_DETAIL = 200;

/** A server's refusal by its status, content type and body. */
export function classifyAnswer(answer: RefusedAnswer): Failure {
  const detail = serverWords(answer);
  const code = codeOf(answer, detail ?? '');
  const wait = code === 'rate-limited' || code === 'server-error' ? secondsToWait(answer) : undefined;
  return {
    code,
    ...(wait !== undefined && { retryAfter: wait }),
    ...(detail !== undefined && { detail }),
  };
}

function codeOf(answer: RefusedAnswer, words: string): LlmErrorCode {
  const { status } = answer;
  const html = isHtml(answer.contentType, answer.body);
  switch (status) {
    case 401:
      return 'bad-key';
    case 402:
      return 'forbidden';
    case 403:
      return !html && looksLikeOllamaOrigin(answer) ? 'ollama-origin' : 'forbidden';
    case 404:
      return !html && /\bmodels?\b|model_|deployment/i.test(words) ? 'unknown-model' : 'not-an-api';
    case 405:
    case 501:
      return 'not-an-api';
    case 408:
      return 'timeout';
    case 413:
      return 'too-large';
    case 429:
      // Out of credit is told as "too many requests", but waiting does not help.
      return /insufficient_quota|exceeded your current quota|billing/i.test(answer.body)
        ? 'forbidden'
        : 'rate-limited';
    case 400:
    case 422:
      return html ? 'not-an-api' : codeOfBadRequest(`${words} ${answer.body}`);
    default:
      if (status >= 500) return 'server-error';
      return html || status < 400 ? 'not-an-api' : 'unsupported';
  }
}

/** Some gateways put every refusal under 400 and tell the reason in words only. */
function codeOfBadRequest(text: string): LlmErrorCode {
  if (/content_filter|content management policy|content policy|moderation/i.test(text)) return 'filtered';
  if (/context.?length|maximum context|too many tokens|too long|reduce the length/i.test(text)) {
    return 'too-large';
  }
  if (/api.?key/i.test(text)) return 'bad-key';
  if (
    /model_not_found|not a valid model|unknown model|invalid model|model .{0,80}(not found|not exist)/i.test(
      text,
    )
  ) {
    return 'unknown-model';
  }
  return 'unsupported';
}

/**
 * Ollama answers an extension that it was not told about with 403 and nothing else. Its usual port gives it
 * away; an empty 403 on this computer or on a host of that name is most likely the same.
 */
function looksLikeOllamaOrigin({ baseUrl, body }: RefusedAnswer): boolean {
  const parsed = parseBaseUrl(baseUrl);
  if (!parsed.ok || body.trim() !== '') return false;
  const { host, loopback } = parsed.url;
  return loopback || host.endsWith(':11434') || /(^|[.-])ollama([.-]|$)/.test(host.replace(/:\d+$/, ''));
}

function isHtml(contentType: string | null, body: string): boolean {
  return /text\/html|xhtml/i.test(contentType ?? '') || /^\s*<(!doctype|html|head|body)\b/i.test(body);
}

/** True when an answer that claims success is a web page, a picture or the like, and no API at all. */
export function isForeignContent(contentType: string | null): boolean {
  return contentType !== null && !/event-stream|json|text\/plain|octet-stream/i.test(contentType);
}

/**
 * Seconds to wait, from `retry-after` in seconds or as an HTTP date (RFC 9110, 10.2.3).
 * Undefined when the server gave none or one that makes no sense.
 */
export function secondsToWait({
  retryAfter,
  now,
}: Pick<RefusedAnswer, 'retryAfter' | 'now'>): number | undefined {
  const text = retryAfter?.trim() ?? '';
  if (text === '') return undefined;
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1_000;
  if (!Number.isFinite(seconds)) return undefined;
  return Math.min(LONGEST_WAIT, Math.max(0, Math.ceil(seconds)));
}

/** The message inside the many shapes that servers give their errors; a web page has none worth showing. */
function serverWords({ contentType, body }: RefusedAnswer): string | undefined {
  if (body.trim() === '' || isHtml(contentType, body)) return undefined;
  let words: string | undefined;
  try {
    words = messageIn(JSON.parse(body));
  } catch {
    words = body;
  }
  const line = words?.replace(/\s+/g, ' ').trim();
  return line === undefined || line === '' ? undefined : line.slice(0, MAX_DETAIL);
}

function messageIn(json: unknown): string | undefined {
  if (typeof json === 'string') return json;
  if (Array.isArray(json)) return messageIn(json[0]);
  if (typeof json !== 'object' || json === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(json));
  for (const name of ['message', 'error', 'detail', 'code', 'type']) {
    const inner = messageIn(fields.get(name));
    if (inner !== undefined && inner !== '') return inner;
  }
  return undefined;
}

/**
 * An error object that a server sent in the middle of its answer, as gateways do when the model behind them
 * fails.
 */
export function classifyErrorPiece(error: unknown, baseUrl: string, now: number): Failure {
  const fields = new Map<string, unknown>(
    typeof error === 'object' && error !== null ? Object.entries(error) : [],
  );
  const told = Number(fields.get('code') ?? fields.get('status'));
  const status = Number.isInteger(told) && told >= 400 && told <= 599 ? told : 500;
  return classifyAnswer({
    status,
    contentType: 'application/json',
    body: JSON.stringify({ error }),
    retryAfter: null,
    baseUrl,
    now,
  });
}

/**
 * What was thrown while connecting or reading.
 * @param answering the server had begun to answer
 */
export function classifyThrown(error: unknown, answering: boolean): Failure {
  if (has(error, (e) => e instanceof EgressRefused)) return { code: 'not-configured' };
  if (has(error, (e) => e instanceof AnswerTooLarge || e instanceof SyntaxError))
    return { code: 'bad-answer' };
  return { code: answering ? 'cut-off' : 'unreachable' };
}

/** Looks through the chain of causes: the client wraps what fetch throws. */
function has(error: unknown, test: (error: Error) => boolean): boolean {
  let current = error;
  for (let depth = 0; depth < 6 && current instanceof Error; depth++) {
    if (test(current)) return true;
    current = current.cause;
  }
  return false;
}
