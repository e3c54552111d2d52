/** Why an address cannot be an endpoint. */
export type BaseUrlProblem = 'empty' | 'not-a-url' | 'not-https' | 'has-password' | 'has-query';

/** A checked endpoint address. */
export interface BaseUrl {
  /** Without a slash at the end, for instance `https://api.example.org/v1`. */
  href: string;
  origin: string;
  /** With the port when it is not the usual one. */
  host: string;
  /** This computer itself: the words do not cross a network. */
  loopback: boolean;
}

export type BaseUrlResult = { ok: true; url: BaseUrl } | { ok: false; problem: BaseUrlProblem };

/**
 * The two names that the extension's own policy lets through without encryption: a content security
 * policy cannot name `[::1]` or a whole address block.
 */
const LOOPBACK = new Set(['localhost', '127.0.0.1']);

/**
 * Reads what a person typed as the base of an OpenAI-compatible API: https anywhere, http on this computer
 * only. The whole address of the chat call, as it is often copied from a manual, is cut back to its base.
 */
export function parseBaseUrl(typed: string): BaseUrlResult {
  const text = typed.trim();
  if (text === '') return { ok: false, problem: 'empty' };
  if (!URL.canParse(text)) return { ok: false, problem: 'not-a-url' };
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { ok: false, problem: 'not-a-url' };
  const loopback = LOOPBACK.has(url.hostname);
  if (url.protocol === 'http:' && !loopback) return { ok: false, problem: 'not-https' };
  if (url.username !== '' || url.password !== '') return { ok: false, problem: 'has-password' };
  if (url.search !== '' || url.hash !== '') return { ok: false, problem: 'has-query' };
  const path = url.pathname.replace(/\/+$/, '').replace(/\/chat\/completions$/, '');
  return { ok: true, url: { href: url.origin + path, origin: url.origin, host: url.host, loopback } };
}

/** Plain words for each problem, to stand under the field. */
export const BASE_URL_WORDS: Record<BaseUrlProblem, string> = {
  empty: 'Please fill in the address of the service.',
  'not-a-url': 'This is not a web address. It should look like https://api.example.org/v1',
  'not-https':
    'http is refused, since anyone on the way could read along. Use https, or http://localhost or http://127.0.0.1 for a program on this computer.',
  'has-password': 'Please take the name and password out of the address. A key has its own field.',
  'has-query': 'Please leave out everything from the ? or # on.',
};
