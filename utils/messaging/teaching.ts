import { z } from '../schema';
import { TEACH_PROBLEMS, TEACH_STEPS } from '../sites/teach/steps';

/** Port on which the picker in a page speaks with the worker while a site is being taught. */
export const PICKER_PORT = 'picker';

const countsSchema = z.object({
  client: z.int().check(z.minimum(0)),
  supporter: z.int().check(z.minimum(0)),
  unknown: z.int().check(z.minimum(0)),
});

/** Where teaching stands, as the panel shows it beside the page. */
export const teachingSchema = z.object({
  step: z.enum(TEACH_STEPS),
  problem: z.optional(z.enum(TEACH_PROBLEMS)),
  /** How many messages in view are whose; from the preview on. */
  counts: z.optional(countsSchema),
});
export type Teaching = z.infer<typeof teachingSchema>;

/** What the picker tells the worker. The recipe is looked at by its own check. */
export const pickerMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('at'), teaching: teachingSchema }),
  z.object({ kind: z.literal('recipe'), recipe: z.unknown() }),
  /** The person pointed at a frame: teaching is to go on in it, if it may be read. */
  z.object({ kind: z.literal('into'), origin: z.string().check(z.maxLength(200)) }),
]);
export type PickerMessage = z.infer<typeof pickerMessageSchema>;

/** What the worker answers: leave, the recipe is kept, it is refused, or a frame is closed to us. */
export const PICKER_ORDERS = ['stop', 'kept', 'refused', 'closed'] as const;
export type PickerOrder = (typeof PICKER_ORDERS)[number];
