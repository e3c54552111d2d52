/** Why a line by a language model is not used. */
export const LINE_FAULTS = [
  'form',
  'long',
  'closed',
  'left-out',
  'cured',
  'advice',
  'helper',
  'out-of-role',
  'method',
  'danger',
  'repeated',
  'odd',
] as const;
export type LineFault = (typeof LINE_FAULTS)[number];
