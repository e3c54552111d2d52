import type { Ask } from '../asks';
import { answer, ownWords } from './answer';
import { BANK } from './bank';
import { type Content, isWithinReach, tell, tellMore } from './content';
import type { Reply, ReplyContext } from './turn-reply';

/** How far trust may lie below what it takes to tell, when it is asked for plainly. */
const ASKED_PLAINLY = 0.12;
const SAFETY: ReadonlySet<Ask> = new Set(['suicide', 'self-harm', 'safe']);

/** The answer to a plain question about safety; null when none is asked, or nothing is left to say to it. */
export function onSafety(context: ReplyContext): Reply | null {
  const { appraisal, scenario, state, session, picker } = context;
  const { asks } = appraisal;
  if (asks.includes('plan')) {
    const given = answer('plan', scenario, state, session.asked.plan ?? 0, picker) ?? picker.any(BANK.method);
    if (given) return { messages: given, topic: session.topic, resistance: null };
  }
  const ask = asks.find((one) => SAFETY.has(one));
  return ask ? whetherItIs(ask, context) : null;
}

function whetherItIs(ask: Ask, context: ReplyContext): Reply | null {
  const { scenario, state, session, picker } = context;
  const item = scenario.items.find(({ askedBy }) => askedBy.includes(ask));
  const done = (content: Content | null): Reply | null => content && { ...content, resistance: null };
  if (item && !state.disclosed.includes(item.id)) {
    const ready = { ...state, disclosed: [...state.disclosed, ...item.after] };
    if (isWithinReach(item, ready, ASKED_PLAINLY)) return done(tell(item, picker));
  } else if (item && (session.asked[ask] ?? 0) > 0) {
    // Asked once more whether it happened, they say so before they tell more of it.
    const plainly = ask === 'suicide' ? null : ownWords(ask, scenario, state, picker);
    if (plainly) return { messages: plainly, topic: session.topic, resistance: null };
    const more = done(tellMore(item, picker));
    if (more) return more;
  }
  const given = answer(ask, scenario, state, session.asked[ask] ?? 0, picker);
  return given && { messages: given, topic: session.topic, resistance: null };
}
