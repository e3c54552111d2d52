import { z } from '../../schema';
import raw from './prompts/suggest.json';

const lines = z.array(z.string().check(z.maxLength(600))).check(z.minLength(1), z.maxLength(60));

/** The form of the prompt files, which an expert can edit without programming. */
export const promptDataSchema = z.object({
  about: z.string(),
  version: z.int().check(z.minimum(1)),
  system: lines,
  house: lines,
  turn: lines,
  /** How the supporter writes, once they have written enough to tell. */
  voice: z.string(),
  voiceWrittenOut: z.string(),
  adviceClosed: z.string(),
  adviceOpen: z.string(),
  avoid: z.string(),
});
export type PromptData = z.infer<typeof promptDataSchema>;

/** The prompt that ships. */
export const PROMPT: PromptData = promptDataSchema.parse(raw);

/**
 * Fills the names in double braces. What is filled in is not looked at again, so that braces in a person's
 * words stay what they are.
 * @throws Error for a name that has no value: the file asks for something that does not exist
 */
export function fill(template: readonly string[], values: Readonly<Record<string, string>>): string {
  return template.join('\n').replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the prompt names {{${name}}}, which does not exist`);
    return value;
  });
}
