import type { LlmErrorCode } from './error-codes';

/** What the person can do about it: one thing. */
export interface ErrorAction {
  label: string;
  /** Open the settings, ask again, ask again after the wait, or nothing. */
  do: 'settings' | 'again' | 'wait' | 'none';
}

export interface ErrorWords {
  /** What happened, as a sentence. */
  title: string;
  /** Why, most likely, and what helps. */
  cause: string;
  action: ErrorAction;
}

/** What Ollama must be started with, so that it answers an extension of each browser. */
export const OLLAMA_ORIGINS = {
  chrome: 'OLLAMA_ORIGINS=chrome-extension://*',
  firefox: 'OLLAMA_ORIGINS=moz-extension://*',
} as const;

/** The line for the browser whose extension page has this address. */
export function ollamaOriginsLine(extensionUrl: string): string {
  return extensionUrl.startsWith('moz-extension:') ? OLLAMA_ORIGINS.firefox : OLLAMA_ORIGINS.chrome;
}

const SETTINGS: ErrorAction = { label: 'Open settings', do: 'settings' };
const AGAIN: ErrorAction = { label: 'Try again', do: 'again' };

/** Words for every code of the closed list, kind and exact: no blame, no riddles. */
export const LLM_ERROR_WORDS: Record<LlmErrorCode, ErrorWords> = {
  'not-configured': {
    title: 'No language model is set up.',
    cause: 'Its address or its model is missing in the settings, or the address cannot be used.',
    action: SETTINGS,
  },
  'not-allowed': {
    title: 'Nothing was sent.',
    cause: 'You have not allowed sending for this conversation.',
    action: { label: '', do: 'none' },
  },
  'over-budget': {
    title: 'The budget for this conversation is used up.',
    cause: 'Nothing more is sent. You set the limit in the settings; suggestions come from this device.',
    action: SETTINGS,
  },
  'bad-key': {
    title: 'The service did not accept the key.',
    cause:
      'It may be mistyped, expired, or meant for another service. A key that was not remembered is gone after a restart.',
    action: { label: 'Check the key', do: 'settings' },
  },
  forbidden: {
    title: 'The service said no.',
    cause:
      'The key works, but this account may not use this model, or has no credit left. Its owner can tell.',
    action: SETTINGS,
  },
  'ollama-origin': {
    title: 'The program on this computer does not answer browser extensions yet.',
    cause: `Start Ollama with ${OLLAMA_ORIGINS.chrome} (in Firefox: ${OLLAMA_ORIGINS.firefox}). In other programs, switch on CORS.`,
    action: { label: 'Show me how', do: 'settings' },
  },
  'unknown-model': {
    title: 'The service does not know this model.',
    cause: 'Its name may be spelt differently there, or it must be downloaded or unlocked first.',
    action: { label: 'Check the model', do: 'settings' },
  },
  'model-missing': {
    title: 'The browser’s own model is not ready.',
    cause: 'It must be downloaded in the settings first, and this panel must stay open while it works.',
    action: SETTINGS,
  },
  timeout: {
    title: 'The service took too long to answer.',
    cause: 'It may be busy, or still loading the model.',
    action: AGAIN,
  },
  'too-large': {
    title: 'The service found the request too long.',
    cause:
      'This model reads less text at once than Sidelight sends, which is at most about a thousand words.',
    action: { label: 'Choose another model', do: 'settings' },
  },
  'rate-limited': {
    title: 'The service asks for a pause.',
    cause: 'It got more requests than it allows in this time.',
    action: { label: 'Try again', do: 'wait' },
  },
  'server-error': {
    title: 'The service has a problem of its own.',
    cause: 'It failed while working on the answer. This usually passes.',
    action: AGAIN,
  },
  unreachable: {
    title: 'The service could not be reached.',
    cause:
      'You may be offline, the address may be wrong, the program may not be running, its certificate may be invalid, or it may not answer browser extensions.',
    action: { label: 'Check the address', do: 'settings' },
  },
  'cut-off': {
    title: 'The answer broke off.',
    cause: 'The connection was lost, the computer slept, or the model stopped before the end.',
    action: AGAIN,
  },
  stalled: {
    title: 'The answer stopped coming.',
    cause: 'The service began and then fell silent or became too slow.',
    action: AGAIN,
  },
  'not-an-api': {
    title: 'There is something else at this address.',
    cause:
      'It answered, but not like a language model: perhaps a web page, a sign-in page, or a path that lacks /v1.',
    action: { label: 'Check the address', do: 'settings' },
  },
  'bad-answer': {
    title: 'The answer could not be used.',
    cause:
      'It was not in the form that was asked for, or it quoted words that nobody wrote. Small models do this at times.',
    action: AGAIN,
  },
  refused: {
    title: 'The model declined to answer.',
    cause: 'Some models will not speak about hard things.',
    action: { label: '', do: 'none' },
  },
  filtered: {
    title: 'The service filtered this conversation.',
    cause: 'Its content rules stopped the answer. Its owner may be able to change them.',
    action: { label: '', do: 'none' },
  },
  unsupported: {
    title: 'The service does not understand the request.',
    cause: 'It may be no chat model, or not compatible with the OpenAI chat interface.',
    action: SETTINGS,
  },
  disconnected: {
    title: 'The connection inside the browser was lost.',
    cause: 'The browser put the extension to sleep or restarted it. Nothing of the conversation is lost.',
    action: AGAIN,
  },
};
