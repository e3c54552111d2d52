import { z } from '@/utils/schema';
import type { HintEngine } from './engines';
import { createTalk, type Readers, type Talk } from './talk';

const inputSchema = z.object({
  id: z.union([z.string(), z.number()]),
  side: z.enum(['client', 'supporter']),
  text: z.string(),
});

/** Takes the lines of a file of conversations one by one and gives the lines to print for each. */
export interface LineSuggester {
  /** `number` counts from 1. Never rejects: a bad line becomes an error line. */
  line(line: string | null, number: number): Promise<string[]>;
  /** The end of the input, which ends the last conversation. */
  end(): Promise<string[]>;
}

/** One line of hints for each conversation, for its last client message. */
export function createLineSuggester(engine: HintEngine, readers: Readers): LineSuggester {
  let talk: Talk = createTalk(readers);
  /** The ids as they were written; inside, messages are numbered, so that an id used twice does no harm. */
  let ids = new Map<string, string | number>();
  let conversation = 0;

  const end = async (): Promise<string[]> => {
    if (talk.count === 0) return [];
    conversation += 1;
    const moment = talk.moment();
    const written = ids;
    talk = createTalk(readers);
    ids = new Map();
    const { hints, reason, error } = await engine(moment, []);
    const result = {
      conversation,
      stage: moment.stage,
      safety: moment.safety,
      hints: hints.map(({ kind, technique, text, because }) => ({
        kind,
        technique,
        text,
        because: {
          id: written.get(because.id) ?? because.id,
          start: because.start,
          end: because.end,
          text: because.text,
        },
      })),
      ...(reason !== undefined && { reason }),
      ...(error !== undefined && { error }),
    };
    return [JSON.stringify(result)];
  };

  const problem = (line: number, error: string): string[] => [JSON.stringify({ line, error })];

  return {
    async line(line, number) {
      if (line === null) return problem(number, 'This line is too long.');
      const json = number === 1 ? line.replace(/^\uFEFF/u, '') : line;
      if (json.trim() === '') return end();
      let value: unknown;
      try {
        value = JSON.parse(json);
      } catch {
        return problem(number, 'This line is no JSON.');
      }
      const input = inputSchema.safeParse(value);
      if (!input.success)
        return problem(
          number,
          'A line must be a JSON object with "id", "side" (client or supporter) and "text".',
        );
      const key = String(talk.count);
      ids.set(key, input.data.id);
      if (ids.size > MOST_IDS) ids.delete(ids.keys().next().value ?? '');
      talk.add({ id: key, side: input.data.side, text: input.data.text });
      return [];
    },
    end,
  };
}

/** Ids kept of one conversation: at least those of the messages that a talk keeps. */
const MOST_IDS = 200;
