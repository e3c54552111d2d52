import type { CompiledRule } from './compile-rules';
import type { Detector } from './found';
import { countWords, MAX_READ, type Moment } from './moment';
import { sentencesOf } from './sentences';

/** The moment as if one of the supporter's own messages were the draft. */
function asDraft(moment: Moment, { id, text }: { id: string; text: string }): Moment {
  const draft = text.slice(0, MAX_READ);
  return {
    ...moment,
    draft,
    sentences: sentencesOf(draft),
    clauses: [],
    codes: moment.input.codes.get(id) ?? [],
    words: countWords(draft),
    finished: true,
  };
}

/**
 * Whether the supporter sent the same lately, among as many of their last messages as the rule names: they know
 * the remark, and to make it again at every message would be nagging.
 */
export function rests(moment: Moment, compiled: CompiledRule, detect: Detector): boolean {
  const back = compiled.rule['rests-for'];
  if (back === 0) return false;
  const { messages } = moment.input;
  const own: Moment['turn'][number][] = [];
  for (let i = messages.length - 1; i >= 0 && own.length < back; i -= 1) {
    const message = messages[i];
    if (message?.side === 'supporter' && message.deleted !== true) own.push(message);
  }
  return own.some((message) => detect(asDraft(moment, message), compiled) !== null);
}
