import type { Cause } from '../client/cause';
import type { ClientState } from '../client/client-state';
import type { Chance } from '../client/random';
import type { Item, Scenario } from '../scenario';
import { BANK } from './bank';
import { bare, BETWEEN, type LinePicker } from './line-picker';

/** What the client says of their story in one turn. */
export interface Content {
  messages: string[];
  /** The item that was told for the first time. */
  told?: Item;
  topic: string | null;
}

export interface ContentContext {
  scenario: Scenario;
  state: ClientState;
  cause: Cause;
  topic: string | null;
  /** The client's last turn in one text. */
  client: string;
  /** The supporter took up something of it. */
  isTakenUp: boolean;
  /** Something important was told in the turn before: it is given room first. */
  dared: boolean;
  picker: LinePicker;
  chance: Chance;
}

const OPENS: ReadonlySet<Cause> = new Set(['heard', 'asked', 'plain']);
/** How far openness may lie below the trust that a disclosure needs. */
const SHY = 0.12;
const NEXT_SURFACE = 0.45;
const NEXT_IMPORTANT = 0.75;
const HINT = 0.45;
const AT_EASE = 0.45;

/** Whether an item could be told now, as far as trust and order go. `sooner` lowers what it takes. */
export function isWithinReach(item: Item, state: ClientState, sooner = 0): boolean {
  if (state.disclosed.includes(item.id)) return false;
  if (state.trust < item.trust - sooner) return false;
  if (item.weight !== 'surface' && state.openness < item.trust - sooner - SHY) return false;
  return item.after.every((id) => state.disclosed.includes(id));
}

export function tell(item: Item, picker: LinePicker): Content | null {
  const messages = picker.any(item.told);
  return messages && { messages, told: item, topic: item.id };
}

/** More of an item that was told. */
export function tellMore(item: Item, picker: LinePicker): Content | null {
  const messages = picker.next(item.more);
  return messages && { messages, topic: item.id };
}

/** What the next closed item lets show; each time it comes back plainer. */
export function hintAt({ scenario, state, picker, topic }: ContentContext): Content | null {
  for (const item of scenario.items) {
    if (state.disclosed.includes(item.id)) continue;
    if (!item.after.every((id) => state.disclosed.includes(id))) continue;
    const messages = picker.next(item.hints);
    if (messages) return { messages, topic };
  }
  return null;
}

/** How likely what lies on top is told now: the further trust has gone beyond what it takes, the sooner. */
const nearness = ({ trust }: Item, state: ClientState): number =>
  Math.max(NEXT_SURFACE, state.trust + (state.trust - trust));

const SLOT = /\{[^{}]*\}/u;

/** Whether the client's last turn hinted at an item. */
function wasHinted({ hints }: Item, client: string): boolean {
  const said = bare(client);
  return hints.some((hint) =>
    hint.split(BETWEEN).some((part) => !SLOT.test(part) && said.includes(bare(part))),
  );
}

function nextItem(context: ContentContext): Item | null {
  const { scenario, state, cause, dared, chance, client, isTakenUp } = context;
  // Whoever hinted at something, and sees it taken up, tells it once they dare.
  const hinted = isTakenUp && !dared && scenario.items.find((item) => wasHinted(item, client));
  if (hinted && OPENS.has(cause) && isWithinReach(hinted, state)) return hinted;
  let isHeldBack = false;
  for (const item of scenario.items) {
    if (!isWithinReach(item, state)) continue;
    if (item.weight === 'surface') {
      // At ease, nobody keeps what is on top back for long; what comes first in the story is told first.
      if (isHeldBack) continue;
      if (cause !== 'abused' && chance.happens(nearness(item, state))) return item;
      isHeldBack = true;
    } else if (!dared && OPENS.has(cause) && chance.happens(NEXT_IMPORTANT)) return item;
  }
  return null;
}

/** The next piece of the story that the state allows: something new, more of the last, a hint, or what else is left. */
export function nextContent(context: ContentContext): Content | null {
  const { scenario, state, picker, chance, topic } = context;
  const current = scenario.items.find(({ id }) => id === topic);
  const next = nextItem(context);
  const told = next && tell(next, picker);
  if (told) return told;
  const hint = (): Content | null => (chance.happens(HINT) ? hintAt(context) : null);
  const more = (item: Item | undefined): Content | null =>
    item && state.disclosed.includes(item.id) ? tellMore(item, picker) : null;
  const left = (): Content | null => {
    for (const item of [...scenario.items].reverse()) {
      const content = more(item);
      if (content) return content;
    }
    return null;
  };
  const rest = (pool: readonly string[]): Content | null => {
    const messages = picker.any(pool);
    return messages && { messages, topic };
  };
  /** Before there is nothing to say but how it is to say it, what lies on top is told. */
  const easy = (): Content | null => {
    const item = scenario.items.find((one) => one.weight === 'surface' && isWithinReach(one, state));
    return item && context.cause !== 'abused' ? tell(item, picker) : null;
  };
  const found = (context.dared ? null : hint()) ?? more(current) ?? left() ?? easy() ?? hintAt(context);
  if (found) return found;
  const hasDared = scenario.items.some(
    ({ id, weight }) => weight !== 'surface' && state.disclosed.includes(id),
  );
  return hasDared && state.trust >= AT_EASE
    ? (rest(BANK.sitting) ?? rest(scenario.drift))
    : (rest(scenario.drift) ?? rest(BANK.stuck));
}
