import { z } from '../../schema';
import { EFFECTS, type EffectId } from '../client/effects';
import data from '../data/debrief.json';

const text = z.string().check(z.minLength(1));
const three = z.tuple([text, text, text]);
const schema = z.strictObject({
  about: text,
  lead: z.strictObject({
    core: text,
    important: text,
    surface: text,
    nothing: text,
    missed: text,
    answered: text,
    left: text,
    short: text,
  }),
  worked: z.record(z.string(), text),
  could: z.record(z.string(), text),
  tryNext: z.record(z.enum(['longer', 'reflections', 'open', 'complex', 'stay', 'slow', 'ask-safety']), text),
  keepElse: z.strictObject({ stayed: text, tried: text, looked: text }),
  felt: z.strictObject({ heard: three, rushed: three, judged: three, safe: three }),
});

/** The sentences of the debrief. */
export const DEBRIEF_WORDS = schema.parse(data);

/** Whether an id is one of the effects. */
export const isEffect = (id: string): id is EffectId => Object.hasOwn(EFFECTS, id);
