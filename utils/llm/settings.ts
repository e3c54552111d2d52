import { z } from '../schema';

/** An organisation's own rules for what a language model suggests, one for each line. */
export const houseRulesSchema = z
  .array(z.string().check(z.minLength(1), z.maxLength(300)))
  .check(z.maxLength(20));

/** Who makes suggestions. `endpoint` without one that is set up and consented to means the device. */
export const engineChoiceSchema = z.enum(['device', 'endpoint', 'builtin']);
export type EngineChoice = z.infer<typeof engineChoiceSchema>;

/** The one endpoint that the person configured. The key is kept apart, see `key-vault`. */
export const endpointSchema = z.object({
  /** OpenAI-compatible base, for instance `https://api.example.org/v1`. https, or http on loopback. */
  baseUrl: z.string().check(z.maxLength(500)),
  model: z.string().check(z.minLength(1), z.maxLength(200)),
  /** The person ticked that redacted chat text may go to this host. */
  consented: z.boolean(),
});
export type Endpoint = z.infer<typeof endpointSchema>;
