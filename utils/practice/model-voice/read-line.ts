import { z } from '../../schema';

const answerSchema = z.object({ messages: z.array(z.string()) });
const FENCE = /^\s*```(?:json)?\s*|\s*```\s*$/gu;
const SPEAKER = /^\s*[\p{L} .'’-]{1,30}:\s+/u;

/** The messages in a model's answer; empty when there are none that can be read. Never throws. */
export function readLine(answer: string, name: string): string[] {
  const parsed = answerSchema.safeParse(jsonIn(answer.replace(FENCE, '')));
  if (!parsed.success) return [];
  return parsed.data.messages.map((message) => bareOf(message, name)).filter((message) => message !== '');
}

function jsonIn(text: string): unknown {
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  try {
    return JSON.parse(from < 0 ? text : text.slice(from, to + 1));
  } catch {
    return null;
  }
}

/** Without the speaker's name in front, as models like to write it, and on one line. */
function bareOf(message: string, name: string): string {
  const speaker = SPEAKER.exec(message)?.[0] ?? '';
  const isNamed = speaker.toLowerCase().includes(name.toLowerCase()) || /^\s*client:/iu.test(speaker);
  return (isNamed ? message.slice(speaker.length) : message).replace(/\s+/gu, ' ').trim();
}
