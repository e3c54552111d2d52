import type { DocumentedAdapter } from '@/utils/sites/adapter';

const HEAD = ['platform', 'recognised on', 'state'];

/** The cells of README's table of platforms: what is claimed of a site is what its adapter says. */
export function platformTable(adapters: readonly DocumentedAdapter[]): string[][] {
  return [HEAD, ...adapters.map((adapter) => [adapter.name, whereOf(adapter), stateOf(adapter)])];
}

function whereOf({ recognise }: DocumentedAdapter): string {
  return recognise.hosts?.join(', ') ?? 'any domain';
}

function stateOf({ state, tested }: DocumentedAdapter): string {
  const test = tested === 'client' ? 'tested against the real client' : 'tested on a hand-written page';
  return state === 'experimental' ? `experimental, off until you turn it on; ${test}` : `read; ${test}`;
}
