import type { Scenario } from '../scenario';
import type { ClientState, Phase } from './client-state';

/** Client turns that count as the opening. */
const OPENING_TURNS = 2;
const STUCK_TRUST = 0.18;
const STUCK_TURNS = 3;

/** Where the talk stands for the client. `turns`: theirs so far; `closed`: how many in a row they closed up. */
export function phaseOf(
  state: ClientState,
  { items }: Pick<Scenario, 'items'>,
  { turns, closed, closing }: { turns: number; closed: number; closing: boolean },
): Phase {
  if (closing) return 'closing';
  if (turns <= OPENING_TURNS) return 'opening';
  if (closed >= STUCK_TURNS || state.trust < STUCK_TRUST) return 'stuck';
  const told = items.filter(({ id }) => state.disclosed.includes(id));
  if (told.some(({ weight }) => weight === 'core')) return 'turning';
  if (told.some(({ weight }) => weight === 'important')) return 'deepening';
  return 'telling';
}
