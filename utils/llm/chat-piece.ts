import { z } from '../schema';

/** A piece of a streamed answer. */
export interface ChatPiece {
  text: string;
  /** The model's own words when it declines. */
  refusal: string;
  /** Why the answer ended, in the last piece: `stop`, `length`, `content_filter` and the like. */
  finish: string | null;
  /** Tokens as the server counted them. */
  usage?: { prompt: number; completion: number };
}

const count = z.int().check(z.minimum(0));

/** What is used of a chunk of the chat completions protocol; everything else is dropped. */
const chunkSchema = z.object({
  choices: z.optional(
    z.nullable(
      z.array(
        z.object({
          delta: z.nullish(z.object({ content: z.nullish(z.string()), refusal: z.nullish(z.string()) })),
          finish_reason: z.nullish(z.string()),
        }),
      ),
    ),
  ),
  usage: z.catch(z.nullish(z.object({ prompt_tokens: count, completion_tokens: count })), null),
});

/** Reads one chunk. Null when it is none. */
export function pieceOf(chunk: unknown): ChatPiece | null {
  const parsed = chunkSchema.safeParse(chunk);
  if (!parsed.success) return null;
  const choice = parsed.data.choices?.[0];
  const usage = parsed.data.usage;
  return {
    text: choice?.delta?.content ?? '',
    refusal: choice?.delta?.refusal ?? '',
    finish: choice?.finish_reason ?? null,
    ...(usage && { usage: { prompt: usage.prompt_tokens, completion: usage.completion_tokens } }),
  };
}
