/** What leaves this computer and what does not, in three lines. */
export const WHAT_LEAVES: readonly { term: string; answer: string }[] = [
  {
    term: 'By itself',
    answer: 'Nothing leaves. Reading, timeline and suggestions are made on this computer.',
  },
  {
    term: 'With a language model',
    answer:
      'The last messages of a conversation that you allowed go to the one host below. Names, numbers and links that Sidelight recognises are replaced first; it can miss some, and a story can still tell who it is about.',
  },
  {
    term: 'Never',
    answer:
      'Anything to us. There is no account, no statistics, and nothing of a conversation is kept once the browser closes.',
  },
];

/** The consent, with the host in it, so that it is clear to whom. */
export function consentWords(host: string): string {
  return `Redacted words of your conversations may go to ${host} when I allow it for a conversation.`;
}

export const REMEMBER_WARNING =
  'It is then stored unencrypted: whoever can use this browser profile can read it. Without the tick it is forgotten when the browser closes.';

/** Where the one line for Ollama goes on each system. */
export function ollamaSteps(line: string): readonly { system: string; step: string }[] {
  const [name = '', value = ''] = line.split('=');
  return [
    { system: 'macOS', step: `launchctl setenv ${name} "${value}"` },
    { system: 'Linux', step: `systemctl edit ollama, then under [Service]: Environment="${line}"` },
    { system: 'Windows', step: `Environment variables of your account: ${name} with the value ${value}` },
  ];
}
