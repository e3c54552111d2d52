import { z } from '../schema';

/** Everything that can go wrong between Sidelight and an endpoint: a closed list. */
export const LLM_ERROR_CODES = [
  'not-configured',
  'not-allowed',
  'over-budget',
  'bad-key',
  'forbidden',
  'ollama-origin',
  'unknown-model',
  'model-missing',
  'timeout',
  'too-large',
  'rate-limited',
  'server-error',
  'unreachable',
  'cut-off',
  'stalled',
  'not-an-api',
  'bad-answer',
  'refused',
  'filtered',
  'unsupported',
  'disconnected',
] as const;
export const llmErrorCodeSchema = z.enum(LLM_ERROR_CODES);
export type LlmErrorCode = z.infer<typeof llmErrorCodeSchema>;
