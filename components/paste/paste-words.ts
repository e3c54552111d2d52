import { FORMATS } from '@/utils/conversation/transcript/format';

const APPS = FORMATS.filter(({ id }) => id !== 'plain').map(({ name }) => name);

/** What can be pasted, in one sentence. */
export const ACCEPTED = `A text file that WhatsApp exported, what you copy from ${APPS.filter(
  (name) => name !== 'WhatsApp',
).join(', ')}, or lines such as “Maya: I can’t sleep”.`;

export const NOT_UNDERSTOOD =
  'Sidelight can’t tell here who says what, so it reads nothing rather than guess. Your text is still below. Each message should begin with who wrote it, for instance “Maya: I can’t sleep”, or with the app’s own date and name.';
