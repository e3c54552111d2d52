import { parseBaseUrl } from '@/utils/llm/base-url';
import { originPattern } from '@/utils/platform/match-pattern';

export interface AllowedSite {
  pattern: string;
  /** What a person knows it by. */
  name: string;
  /** Allowed so that an endpoint can be reached, not to read it. */
  sendsOnly: boolean;
}

/**
 * The allowed sites in words, in the order of their names.
 * @param endpoint the address of the configured endpoint, if there is one
 */
export function describeSites(patterns: readonly string[], endpoint: string | null): AllowedSite[] {
  const parsed = parseBaseUrl(endpoint ?? '');
  const own = parsed.ok ? originPattern(parsed.url.origin) : null;
  return patterns
    .map((pattern) => ({ pattern, name: nameOf(pattern), sendsOnly: pattern === own }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function nameOf(pattern: string): string {
  const [, scheme = '', host = ''] = /^([^:]+):\/\/([^/]*)\//.exec(pattern) ?? [];
  if (host === '*') return scheme === '*' ? 'every site' : `every ${scheme} site`;
  if (host === '') return pattern;
  const plain = host.startsWith('*.') ? `${host.slice(2)} and its parts` : host;
  return scheme === 'http' ? `${plain} (unencrypted)` : plain;
}
