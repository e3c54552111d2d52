import type { EffectId } from '../client/effects';
import { chooseAsk } from './answer';
import { BANK } from './bank';
import { closeUp } from './close-up';
import { type ContentContext, nextContent } from './content';
import { onQuestion } from './on-question';
import { onSafety } from './on-safety';
import { joined, opener } from './opener';
import type { Reply, ReplyContext } from './turn-reply';

const INSULTS_BORNE = 3;
const WARM = 0.45;
const TAKES_UP: readonly EffectId[] = ['cue-taken', 'reflect-deep', 'reflect-simple'];

function onSuggestion({ appraisal: { effects }, picker }: ReplyContext): string[] | null {
  if (effects.includes('repair')) return picker.any(BANK.repaired);
  if (effects.includes('advice-late')) return picker.any(BANK.suggested);
  return null;
}

/** Nothing else fits, or all of it was said. */
function lastResort({ picker, session, resistance }: ReplyContext): Reply {
  const base = { topic: session.topic, resistance };
  const messages = picker.any(BANK.stuck) ?? picker.anew(BANK.fallback);
  if (messages) return { ...base, messages };
  return { ...base, messages: picker.anew(BANK.left) ?? ['.'], ending: 'left' };
}

/** The client's reply to a supporter's turn, before it is put into their hand. */
export function replyTo(context: ReplyContext): Reply {
  const { appraisal, session, state, scenario, picker, chance, resistance } = context;
  const { asks, cause } = appraisal;
  const topic = session.topic;
  if (asks.includes('ai')) {
    // Honesty comes before variety: asked for the twentieth time, the same words are better than a character's.
    const messages = picker.next(BANK.ai) ?? picker.anew(BANK.ai) ?? picker.fill(BANK.ai[0] ?? '');
    return { messages, topic, resistance: null, outOfRole: true };
  }
  if (cause === 'abused' && session.insults >= INSULTS_BORNE) {
    const messages = picker.any(BANK['abused-then-leaves']) ?? picker.anew(BANK.left) ?? [];
    return { messages, topic, resistance: 'irritable', ending: 'left' };
  }
  if (appraisal.isLeaving) {
    const { warm, cold } = scenario.closing;
    const messages = picker.any(state.trust >= WARM ? warm : cold) ?? picker.any(BANK.left);
    const ended = state.phase === 'closing' || !messages;
    if (messages) return { messages, topic, resistance, closing: true, ...(ended && { ending: 'goodbye' }) };
  }
  const safe = onSafety(context);
  if (safe) return safe;

  const last = session.turns.findLast(({ side }) => side === 'client');
  const content: ContentContext = {
    scenario,
    state,
    cause,
    topic,
    client: last?.messages.join(' ') ?? '',
    isTakenUp: TAKES_UP.some((effect) => appraisal.effects.includes(effect)),
    dared: context.dared,
    picker,
    chance,
  };
  // A greeting before a question wants no greeting back, it wants the answer.
  const ask = chooseAsk(appraisal.questions > 0 ? asks.filter((one) => one !== 'greeting') : asks);
  const answered = onQuestion(ask, context, content);
  if (answered) return answered;
  if (resistance !== null) return closeUp(context, resistance, content) ?? lastResort(context);
  if (asks.includes('ready') && cause !== 'heard') {
    const messages = picker.any(BANK.permission);
    if (messages) return { messages, topic, resistance };
  }
  const suggested = onSuggestion(context);
  if (suggested) return { messages: suggested, topic, resistance };

  const isOpen = appraisal.questions > 0 && appraisal.codes.some(({ code }) => code === 'open-question');
  const first = asks.includes('more')
    ? null
    : appraisal.isYesNo
      ? picker.any(BANK['yes-no'])
      : isOpen && ask === null && chance.happens(0.3)
        ? picker.any(BANK['open-ended'])
        : opener(context);
  const next = nextContent(content);
  if (next) return { ...next, messages: joined(first, next.messages), resistance: null };
  if (first) return { messages: first, topic, resistance: null };
  return lastResort(context);
}
