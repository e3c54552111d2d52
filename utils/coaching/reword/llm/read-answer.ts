import { stripInvisible } from '../../../privacy/invisible';
import type { Redactor } from '../../../privacy/redact/redactor';
import { z } from '../../../schema';
import { whyNotSayable } from '../../../suggestions/llm/sayable';
import type { DraftInput } from '../../moment';
import { faultOfRewording } from '../gate';
import type { RewordPrompt } from './prompt';

const answerSchema = z.object({ text: z.string().check(z.minLength(1), z.maxLength(2_000)) });

/** Why a model's words are not shown: not in the form, or not to be said. */
export type AnswerFault = 'form' | 'unsaid';

export type ReadAnswer = { ok: true; text: string } | { ok: false; fault: AnswerFault };

/**
 * A model's other way to say a draft made ours, or why not: it must have the form, hold no placeholder of its own,
 * be something that a person would say here, and pass the same gate as the device's. Never throws for any text.
 */
export function readAnswer(
  answer: string,
  { sent }: Pick<RewordPrompt, 'sent'>,
  redactor: Pick<Redactor, 'restore'>,
  input: DraftInput,
): ReadAnswer {
  const parsed = answerSchema.safeParse(jsonIn(answer));
  if (!parsed.success) return { ok: false, fault: 'form' };
  const placeholders = parsed.data.text.match(/\[[A-Z]+_\d+\]/gu) ?? [];
  if (placeholders.some((one) => !sent.includes(one))) return { ok: false, fault: 'form' };
  const text = withoutQuotes(stripInvisible(redactor.restore(parsed.data.text)).replace(/\s+/gu, ' ').trim());
  const said = [input.draft, ...input.messages.map((message) => message.text)];
  if (whyNotSayable(text, 'empathise', said) || faultOfRewording(text, input))
    return { ok: false, fault: 'unsaid' };
  return { ok: true, text };
}

function jsonIn(answer: string): unknown {
  const from = answer.indexOf('{');
  const to = answer.lastIndexOf('}');
  try {
    return JSON.parse(from < 0 ? answer : answer.slice(from, to + 1));
  } catch {
    return null;
  }
}

/** Models like to put what a person could say in quotation marks. */
const withoutQuotes = (text: string): string =>
  /^["“][^"“”]*["”]$/u.test(text) ? text.slice(1, -1).trim() : text;
