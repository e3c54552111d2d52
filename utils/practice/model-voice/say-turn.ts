import { buildLinePrompt, type FailedTry, type PromptMessage } from './build-line-prompt';
import { faultOfLine } from './check-line';
import type { LineFault } from './faults';
import { readLine } from './read-line';
import type { TurnToSay } from './turn';

/** One call of a language model: its answer as text, or a code of what went wrong. */
export type AskModel<Code> = (
  messages: PromptMessage[],
) => Promise<{ ok: true; text: string } | { ok: false; code: Code }>;

/** What is said, and why it is the device's words where it is. */
export type Said<Code> =
  { by: 'model'; messages: string[] } | { by: 'device'; code: Code } | { by: 'device'; fault: LineFault };

/** Takes out what could point at a person, and puts it back into what the model wrote. */
export interface WordsOut {
  redact(text: string): { text: string };
  restore(text: string): string;
}

/**
 * A turn in a language model's words, checked against the client's state; rewritten once, then given up for the
 * device's words. A call that fails is not made again: the next turn is another chance.
 */
export async function sayTurn<Code>(
  turn: TurnToSay,
  ask: AskModel<Code>,
  words: WordsOut,
): Promise<Said<Code>> {
  let failed: FailedTry | undefined;
  for (;;) {
    const answer = await ask(buildLinePrompt(turn, (text) => words.redact(text).text, failed));
    if (!answer.ok) return { by: 'device', code: answer.code };
    const messages = readLine(answer.text, turn.scenario.person.name).map((message) =>
      words.restore(message),
    );
    const fault = messages.length === 0 ? 'form' : faultOfLine(messages, turn);
    if (fault === null) return { by: 'model', messages };
    if (failed) return { by: 'device', fault };
    failed = { tried: answer.text.slice(0, 400), fault };
  }
}

/** The session with a turn in other words; what was decided in it stays. */
export function withWords(turn: TurnToSay, messages: readonly string[]): TurnToSay['session'] {
  const { session } = turn;
  return { ...session, turns: [...session.turns.slice(0, -1), { ...turn.turn, messages: [...messages] }] };
}
