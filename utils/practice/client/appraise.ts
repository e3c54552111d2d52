import { codeMessage } from '../../analysis/codes/code-message';
import { plainChat } from '../../analysis/codes/plain-chat';
import { addSupporterReply } from '../../analysis/cues/track-cues';
import { asksOf, findAsks } from '../asks';
import { type Appraisal, type AppraisalContext, MAX_READ } from './appraisal';
import { causeOf } from './cause';
import { EFFECTS } from './effects';
import { asksOfNobody } from './nobody';
import { EFFECT_OF_ODD, strangeness } from './odd-turn';
import { sounds } from './oddities';
import { questionsIn, questionsOf, wantsYesNo } from './questions';
import { recode, theirWords } from './recode';
import { effectsOf } from './turn-effects';

/** Weight from which a cue that is passed by is missed. */
const HEAVY = 0.5;

/** Reads a supporter's turn as the client would. Pure; it never throws for any text. */
export function appraise(given: string, context: AppraisalContext): Appraisal {
  const text = given.slice(0, MAX_READ);
  const plain = plainChat(text);
  const theirs = theirWords(context.client, context.clientBefore);
  const codes = recode(text, codeMessage(text, { client: context.client }, context.codeModel), theirs);
  const cues = addSupporterReply(context.cues, 'reply', text, codes);
  const last = new Set(context.cues.lastTurn);
  const answered = cues.answered.filter((cue) => cue.by === 'reply' && last.has(cue.id));
  // "I am sorry for your loss" takes up little, but it does not pass the loss by.
  const condoles = sounds('condolence', plain);
  const missed = cues.open.filter(
    (cue) => last.has(cue.id) && cue.weight >= HEAVY && !(condoles && cue.kind === 'loss'),
  );
  const questions = questionsIn(text, codes);
  const isYesNo = questions > 0 && wantsYesNo(plain);
  const asked = questionsOf(text, codes);
  const isOfNobody = asked !== '' && asksOfNobody(asked, text, context.known);
  const isLeaving = findAsks(plain).includes('goodbye') && (questions === 0 || sounds('fine-by-you', asked));
  const base = { plain, isLeaving, codes, answered, missed, cues, asked, questions, isOfNobody, isYesNo };
  const topics = context.scenario.items
    .filter(({ topic }) => new RegExp(`\\b(?:${topic})\\b`, 'u').test(asked))
    .map(({ id }) => id);

  const odd = strangeness(given, plain);
  if (odd !== null) {
    // Whether they are a machine may be asked in any words.
    const asks = odd === 'abused' ? [] : asksOf(plain, asked);
    return { ...base, cause: odd, effects: [EFFECT_OF_ODD[odd]], asks, topics };
  }

  const asks = asksOf(plain, asked);
  const effects = effectsOf({ ...base, asks, given, text, theirs }, context);
  const cause = causeOf(effects, questions);
  // What is made small or judged has not been taken up, whatever words are in it.
  if (cause === 'dismissed' || cause === 'judged') {
    const left = [...effects].filter((effect) => EFFECTS[effect].trust <= 0);
    return { ...base, answered: [], cause, effects: left, asks, topics };
  }
  return { ...base, cause, effects: [...effects], asks, topics };
}
