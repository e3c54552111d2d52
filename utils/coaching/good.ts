import { asksSafety, dueCues } from './detect/care';
import type { DraftRules } from './draft-rule';
import type { Moment } from './moment';
import { takenUp } from './taken-up';
import { type ClientQuote, quoteOf } from './quote';

/** A brief word on what a draft does well. */
export interface GoodWord {
  id: DraftRules['good'][number]['id'];
  text: string;
  /** The client's words that it takes up. */
  quote?: ClientQuote;
}

/** Drafts shorter than this are not praised: a greeting needs no mark. */
const FEWEST_WORDS = 5;

/** The first thing worth saying about a finished draft without flags, or null. */
export function findGood(moment: Moment): GoodWord | null {
  const { codes, turn, input } = moment;
  if (!moment.finished || moment.words < FEWEST_WORDS) return null;
  const say = (id: GoodWord['id'], quote?: ClientQuote | null): GoodWord | null => {
    const text = input.rules.good.find((one) => one.id === id)?.text;
    return text === undefined ? null : { id, text, ...(quote && { quote }) };
  };
  const safety = input.rules.rules.get('no-safety-question');
  if (safety) {
    if (dueCues(moment, safety).length > 0) return asksSafety(moment, safety) ? say('asks-safety') : null;
  }
  const cue = takenUp(moment);
  const message = cue && turn.find(({ id }) => id === cue.id);
  if (message) return say('takes-up-cue', quoteOf(message, cue.start, cue.end));
  const reflects = codes.some(({ code }) => code === 'complex-reflection' || code === 'simple-reflection');
  if (!reflects) return null;
  return say(codes.some(({ code }) => code === 'open-question') ? 'reflects-and-asks' : 'reflects');
}
