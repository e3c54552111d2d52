import { z } from '../schema';
import { builtinStateSchema } from '../llm/builtin-model';
import { llmErrorCodeSchema } from '../llm/error-codes';

/**
 * Port on which a document lends the browser's own model to the worker, where it does not exist. The worker
 * keeps the conversation, makes the prompt and checks the answer; the document only runs the model.
 */
export const BUILTIN_PORT = 'builtin';

/** What the worker asks of the document. */
export const builtinOrderSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('run'),
    runId: z.string(),
    messages: z.array(z.object({ role: z.enum(['system', 'user']), content: z.string() })),
    form: z.record(z.string(), z.unknown()),
  }),
  z.object({ kind: z.literal('stop'), runId: z.string() }),
  /** Tell the state again: the model may have been downloaded since. */
  z.object({ kind: z.literal('check') }),
]);
export type BuiltinOrder = z.infer<typeof builtinOrderSchema>;

/** What the document answers: its model's state first and when asked, then pieces and one end for each run. */
export const builtinReportSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('state'), state: builtinStateSchema }),
  z.object({ kind: z.literal('piece'), runId: z.string(), text: z.string() }),
  /** Without a code, the answer is complete. */
  z.object({ kind: z.literal('end'), runId: z.string(), code: z.optional(llmErrorCodeSchema) }),
]);
export type BuiltinReport = z.infer<typeof builtinReportSchema>;
