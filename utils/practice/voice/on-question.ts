import type { Ask } from '../asks';
import type { Cause } from '../client/cause';
import { answer, answerOwn } from './answer';
import { BANK } from './bank';
import { type ContentContext, isWithinReach, nextContent, tell, tellMore } from './content';
import { type Reply, type ReplyContext, wordsOf } from './turn-reply';

/** Shorter answers may be followed by more of the story. */
const SHORT = 18;
const BEHIND_IT = 0.65;
const DOES_NOT_BLOCK: ReadonlySet<Ask> = new Set(['feel', 'why', 'want', 'anything-else', 'greeting']);
/** Asked so, a person says a word and then goes on by themselves. */
const LEADS_ON: ReadonlySet<Ask> = new Set(['greeting', 'mean']);

/** Somebody who was hurt by a turn answers none of its questions. */
const ANSWERS: ReadonlySet<Cause> = new Set(['heard', 'asked', 'plain', 'story', 'quizzed']);

/**
 * The answer to what a turn asks, of which `ask` is the one that is answered; null when nothing is asked, or nothing
 * is left to say to it.
 */
export function onQuestion(ask: Ask | null, context: ReplyContext, content: ContentContext): Reply | null {
  const { appraisal, picker, resistance, session } = context;
  if (appraisal.isOfNobody && ANSWERS.has(appraisal.cause)) {
    const messages = picker.any(BANK.nobody);
    if (messages) return { messages, topic: session.topic, resistance };
  }
  const own = ownAnswer(context, content);
  if (own) return own;
  const about = ask && hasOwnAnswer(ask, context) ? null : onTopic(context);
  return about ?? (ask && onAsk(ask, context, content));
}

/** A question that makes sense only once something was told makes whoever is ready tell that first. */
function tellsFirst({ appraisal, scenario, state, resistance, dared, picker }: ReplyContext): Reply | null {
  if (resistance !== null || dared) return null;
  const wanted = scenario.questions.find(({ match }) =>
    new RegExp(`\\b(?:${match})`, 'u').test(appraisal.asked),
  );
  const first = scenario.items.find(
    (item) => wanted?.after.includes(item.id) === true && isWithinReach(item, state),
  );
  const told = first && tell(first, picker);
  return told ? { ...told, resistance: null } : null;
}

/** The answer to a question that only this person can be asked; gone on from when they felt heard. */
function ownAnswer(context: ReplyContext, content: ContentContext): Reply | null {
  const { appraisal, scenario, state, session, picker, resistance } = context;
  if (!ANSWERS.has(appraisal.cause)) return null;
  const given = answerOwn(appraisal.asked, scenario, state, picker);
  if (!given) return tellsFirst(context);
  const goesOn = resistance === null && appraisal.cause === 'heard' && wordsOf(given) < SHORT;
  const next = goesOn ? nextContent(content) : null;
  if (next) return { ...next, messages: [...given, ...next.messages], resistance: null };
  return { messages: given, topic: session.topic, resistance: null };
}

/** The answer to a question about one of the items. */
function onTopic(context: ReplyContext): Reply | null {
  const { scenario, state, appraisal, picker, resistance, session } = context;
  if (appraisal.questions === 0) return null;
  const items = appraisal.topics.flatMap((id) => scenario.items.find((item) => item.id === id) ?? []);
  const closed = items.find(({ id }) => !state.disclosed.includes(id));
  if (closed) {
    // What lies on top is told to whoever asks kindly, also by somebody who is wary.
    const isEasy =
      closed.weight === 'surface' && (appraisal.cause === 'asked' || appraisal.cause === 'heard');
    if ((resistance === null || isEasy) && !context.dared && isWithinReach(closed, state)) {
      const told = tell(closed, picker);
      if (told) return { ...told, resistance: null };
    }
    const isKnownOf = closed.after.every((id) => state.disclosed.includes(id));
    if (closed.weight !== 'surface' && isKnownOf) {
      const messages = picker.next(closed.shut) ?? picker.any(BANK.pushed);
      if (messages) return { messages, topic: session.topic, resistance: 'minimal' };
    }
  }
  const open = items.find(({ id }) => state.disclosed.includes(id));
  // With enough trust, being asked about one thing brings up what lies behind it.
  const isReady =
    !context.dared && scenario.items.some((item) => item.weight !== 'surface' && isWithinReach(item, state));
  if (isReady && context.chance.happens(BEHIND_IT)) return null;
  const more = resistance === null && open ? tellMore(open, picker) : null;
  return more && { ...more, resistance: null };
}

/** A plain question that this person has words for is answered with them, before a topic that it touches. */
function hasOwnAnswer(ask: Ask, { scenario, session, appraisal }: ReplyContext): boolean {
  const touchesClosed = scenario.items.some(
    ({ id, weight }) =>
      weight !== 'surface' && appraisal.topics.includes(id) && !session.state.disclosed.includes(id),
  );
  const isNew = (session.asked[ask] ?? 0) === 0;
  return isNew && !touchesClosed && !DOES_NOT_BLOCK.has(ask) && scenario.answers[ask] !== undefined;
}

/** The answer to a question that anybody can be asked. */
function onAsk(ask: Ask, context: ReplyContext, content: ContentContext): Reply | null {
  const { appraisal, scenario, state, session, picker, resistance } = context;
  const { cause } = appraisal;
  if (cause === 'abused' || (resistance !== null && DOES_NOT_BLOCK.has(ask))) return null;
  const given = answer(ask, scenario, state, session.asked[ask] ?? 0, picker);
  // After some answers, and when not pressed, the story goes on by itself.
  const leadsOn = cause === 'heard' || LEADS_ON.has(ask);
  const goesOn = resistance === null && leadsOn && wordsOf(given ?? []) < SHORT;
  const next = goesOn ? nextContent(content) : null;
  if (given && next) return { ...next, messages: [...given, ...next.messages], resistance: null };
  // Whoever closes up and yet answers has said little, in whatever way they would have closed up.
  return given && { messages: given, topic: session.topic, resistance: resistance && 'minimal' };
}
