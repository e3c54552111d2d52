import { z } from '../../schema';
import { PHASES, RESISTANCE_PATTERNS, distressOf } from '../client/client-state';
import { IDIOMS } from '../idiom';
import data from './prompt.json';
import { LINE_FAULTS, type LineFault } from './faults';
import type { TurnToSay } from './turn';

const words = z.string().check(z.minLength(1));
const PROMPT = z
  .strictObject({
    about: words,
    system: z.array(z.string()),
    idioms: z.record(z.enum(IDIOMS), words),
    manner: z.strictObject({ lowerCase: words, capitals: words, fullStops: words, noFullStops: words }),
    trust: z.tuple([words, words, words, words]),
    distress: z.tuple([words, words, words]),
    phases: z.record(z.enum(PHASES), words),
    resistance: z.record(z.enum(RESISTANCE_PATTERNS), words),
    now: words,
    nothingNew: words,
    ask: words,
    again: words,
    faults: z.record(z.enum(LINE_FAULTS), words),
  })
  .parse(data);

/** Turns of both sides that the model is shown. */
const SHOWN_TURNS = 12;
/** Longest piece of one turn that it is shown, in UTF-16 units: nobody's 10,000 characters fill a prompt. */
const LONGEST = 1_200;

/** The form of the answer, for endpoints that can hold to one. */
export const LINE_FORM = {
  type: 'object',
  properties: { messages: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 3 } },
  required: ['messages'],
  additionalProperties: false,
};

export interface PromptMessage {
  role: 'system' | 'user';
  content: string;
}

const SLOT = /\{([a-z][a-zA-Z]*)\}/gu;
const fill = (text: string, slots: Readonly<Record<string, string>>): string =>
  text.replace(SLOT, (all, name: string) => slots[name] ?? all);

const step = <T>(value: number, steps: readonly [T, ...T[]]): T =>
  steps[Math.min(steps.length - 1, Math.max(0, Math.floor(value * steps.length)))] ?? steps[0];

/** A try that could not be used, and why. */
export interface FailedTry {
  tried: string;
  fault: LineFault;
}

/**
 * What a language model is asked for one turn. `redact` is put on everything that the supporter wrote; the rest
 * is fiction. The words of the chat stand in it as data.
 */
export function buildLinePrompt(
  { scenario, session, turn, told, closed }: TurnToSay,
  redact: (text: string) => string,
  failed?: FailedTry,
): PromptMessage[] {
  const { person, items } = scenario;
  const { manner } = person;
  const { state } = turn;
  const draft = turn.messages.join(' / ');
  const slots = {
    name: person.name,
    age: String(person.age),
    pronouns: person.pronouns,
    place: person.place,
    background: person.background,
    idiom: PROMPT.idioms[person.idiom],
    manner: [
      manner.lowerCase ? PROMPT.manner.lowerCase : PROMPT.manner.capitals,
      manner.fullStops ? PROMPT.manner.fullStops : PROMPT.manner.noFullStops,
    ].join(' '),
    trust: step(state.trust, PROMPT.trust),
    distress: step(distressOf(state), PROMPT.distress),
    phase: PROMPT.phases[state.phase],
    resistance: state.resistance === null ? '' : PROMPT.resistance[state.resistance],
    told: items.flatMap(({ id, name }) => (state.disclosed.includes(id) ? [name] : [])).join('; ') || '-',
    now: told === null ? PROMPT.nothingNew : fill(PROMPT.now, { item: told.name }),
    closed: closed.map(({ name }) => name).join('; ') || '-',
  };
  const chat = session.turns.slice(0, -1).slice(-SHOWN_TURNS);
  const lines = chat.map(({ side, messages }) => {
    const text = messages.join(' / ').slice(0, LONGEST);
    return JSON.stringify(side === 'client' ? { [person.name]: text } : { other: redact(text) });
  });
  const ask = [fill(PROMPT.ask, { chat: lines.join('\n'), draft, name: person.name })];
  if (failed)
    ask.push(fill(PROMPT.again, { fault: PROMPT.faults[failed.fault], tried: JSON.stringify(failed.tried) }));
  return [
    { role: 'system', content: PROMPT.system.map((line) => fill(line, slots)).join('\n') },
    { role: 'user', content: ask.join('\n\n') },
  ];
}
