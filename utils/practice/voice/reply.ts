import type { Ask } from '../asks';
import type { Appraisal, Cause } from '../client/appraise';
import type { ClientState, ResistancePattern } from '../client/client-state';
import type { EffectId } from '../client/effects';
import type { Chance } from '../client/random';
import type { Item, Scenario } from '../scenario';
import type { Ending, PracticeSession } from '../session';
import { answer, answerOwn, chooseAsk, ownWords } from './answer';
import { BANK } from './bank';
import {
  type Content,
  type ContentContext,
  hintAt,
  isWithinReach,
  nextContent,
  tell,
  tellMore,
} from './content';
import type { LinePicker } from './line-picker';

/** What the client writes back, and what it changes. */
export interface Reply {
  messages: string[];
  told?: Item;
  topic: string | null;
  resistance: ResistancePattern | null;
  ending?: Ending;
  closing?: boolean;
  outOfRole?: boolean;
}

export interface ReplyContext {
  scenario: Scenario;
  session: PracticeSession;
  /** The state after the supporter's turn. */
  state: ClientState;
  appraisal: Appraisal;
  resistance: ResistancePattern | null;
  dared: boolean;
  picker: LinePicker;
  chance: Chance;
}

const ASKED_PLAINLY = 0.12;
const INSULTS_BORNE = 3;
const WARM = 0.45;
/** Words beyond which an opening remark is left out. */
const LONG = 42;
/** Shorter answers may be followed by more of the story. */
const SHORT = 18;
const BEHIND_IT = 0.65;
const SAFETY: ReadonlySet<Ask> = new Set(['suicide', 'self-harm', 'safe']);

const wordsOf = (messages: readonly string[]): number => messages.join(' ').split(/\s+/u).length;

function joined(first: readonly string[] | null, second: readonly string[]): string[] {
  if (!first || wordsOf(first) + wordsOf(second) > LONG) return [...second];
  const [head, ...rest] = second;
  if (wordsOf(first) <= 3 && first.length === 1 && head !== undefined) {
    const start = first[0] ?? '';
    const isOwn = /[.!?]$/u.test(start) || /^I\b/u.test(head);
    const goesOn = isOwn ? head : head.charAt(0).toLowerCase() + head.slice(1);
    return [`${start} ${goesOn}`, ...rest];
  }
  return [...first, ...second];
}

/** The answer to a plain question about safety. */
function onSafety(ask: Ask, context: ReplyContext): Reply | null {
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

const DOES_NOT_BLOCK: ReadonlySet<Ask> = new Set(['feel', 'why', 'want', 'anything-else', 'greeting']);

/** Asked so, a person says a word and then goes on by themselves. */
const LEADS_ON: ReadonlySet<Ask> = new Set(['greeting', 'mean']);

/** A plain question that this person has words for is answered with them, before a topic that it touches. */
function hasOwnAnswer(ask: Ask, { scenario, session, appraisal }: ReplyContext): boolean {
  const touchesClosed = scenario.items.some(
    ({ id, weight }) =>
      weight !== 'surface' && appraisal.topics.includes(id) && !session.state.disclosed.includes(id),
  );
  const isNew = (session.asked[ask] ?? 0) === 0;
  return isNew && !touchesClosed && !DOES_NOT_BLOCK.has(ask) && scenario.answers[ask] !== undefined;
}

/** Advice is taken with a nod, or met with what this person has tried. */
const NODS = /^(?:ok(?:ay)?|sure|yeah|yes|ya|aye)\b/iu;

function onAdvice({ scenario, appraisal, picker, chance, session }: ReplyContext): Reply | null {
  if (appraisal.cause !== 'advised' || !chance.happens(0.55)) return null;
  const own = picker.any(scenario.advised);
  if (!own) return null;
  return {
    messages: own,
    topic: session.topic,
    resistance: NODS.test(own[0] ?? '') ? 'agreeing' : 'defending',
  };
}

function resistLine(context: ReplyContext, pattern: ResistancePattern): string[] | null {
  const { scenario, appraisal, picker } = context;
  if (pattern === 'tangential' && appraisal.cause !== 'strange') {
    const drift = picker.any(scenario.drift);
    if (drift) return drift;
  }
  return (
    picker.any(BANK.resist[appraisal.cause]?.[pattern] ?? []) ?? picker.any(BANK.resist.any?.[pattern] ?? [])
  );
}

/** The client closes up. Now and then what hurts shows through all the same. */
function closingUp(context: ReplyContext, pattern: ResistancePattern, content: ContentContext): Reply | null {
  const { appraisal, chance, picker, session } = context;
  const missed = appraisal.missed.length > 0 && chance.happens(0.25) ? picker.any(BANK.missed) : null;
  const own =
    missed === null && (pattern === 'defending' || pattern === 'agreeing') ? onAdvice(context) : null;
  if (own) return own;
  const line = missed ?? resistLine(context, pattern);
  if (!line) return null;
  const showsThrough = pattern !== 'irritable' && appraisal.cause !== 'abused' && chance.happens(0.3);
  const hint = showsThrough ? hintAt(content) : null;
  return { messages: hint ? [...line, ...hint.messages] : line, topic: session.topic, resistance: pattern };
}

const KNOWN = 0.36;
/** "Exactly" answers only what was said back. */
const SAID_BACK: ReadonlySet<EffectId> = new Set(['reflect-deep', 'reflect-simple', 'received']);

function opener(context: ReplyContext): string[] | null {
  const { appraisal, scenario, picker, chance } = context;
  if (appraisal.effects.some((effect) => SAID_BACK.has(effect))) {
    if (context.state.trust >= KNOWN && chance.happens(0.3)) return picker.any(scenario.heard);
    return chance.happens(0.55) ? picker.any(BANK.openers.heard) : null;
  }
  if (appraisal.effects.includes('affirm') || appraisal.effects.includes('affirm-early')) {
    if (chance.happens(0.6)) return picker.any(BANK.openers.praised);
  }
  return appraisal.cause === 'asked' && chance.happens(0.35) ? picker.any(BANK.openers.asked) : null;
}

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

const TAKES_UP: readonly EffectId[] = ['cue-taken', 'reflect-deep', 'reflect-simple'];

/** Somebody who was hurt by a turn answers none of its questions. */
const ANSWERS: ReadonlySet<Cause> = new Set(['heard', 'asked', 'plain', 'story', 'quizzed']);

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
  if (asks.includes('plan')) {
    const given = answer('plan', scenario, state, session.asked.plan ?? 0, picker) ?? picker.any(BANK.method);
    if (given) return { messages: given, topic, resistance: null };
  }
  const safety = asks.find((ask) => SAFETY.has(ask));
  const safe = safety && onSafety(safety, context);
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
  if (appraisal.isOfNobody && ANSWERS.has(cause)) {
    const messages = picker.any(BANK.nobody);
    if (messages) return { messages, topic, resistance };
  }
  const own = ownAnswer(context, content);
  if (own) return own;
  // A greeting before a question wants no greeting back, it wants the answer.
  const ask = chooseAsk(appraisal.questions > 0 ? asks.filter((one) => one !== 'greeting') : asks);
  const about = ask && hasOwnAnswer(ask, context) ? null : onTopic(context);
  if (about) return about;
  if (ask && cause !== 'abused' && (resistance === null || !DOES_NOT_BLOCK.has(ask))) {
    const given = answer(ask, scenario, state, session.asked[ask] ?? 0, picker);
    // After some answers, and when not pressed, the story goes on by itself.
    const leadsOn = cause === 'heard' || LEADS_ON.has(ask);
    const goesOn = resistance === null && leadsOn && wordsOf(given ?? []) < SHORT;
    const next = goesOn ? nextContent(content) : null;
    if (given && next) return { ...next, messages: [...given, ...next.messages], resistance: null };
    // Whoever closes up and yet answers has said little, in whatever way they would have closed up.
    if (given) return { messages: given, topic, resistance: resistance && 'minimal' };
  }
  if (resistance !== null) return closingUp(context, resistance, content) ?? lastResort(context);
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
