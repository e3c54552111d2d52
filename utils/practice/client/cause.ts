import type { EffectId } from './effects';

/** What kind of turn it was for the client: it decides how they close up, and which lines fit. */
export const CAUSES = [
  'heard',
  'asked',
  'advised',
  'quizzed',
  'dismissed',
  'judged',
  'absent',
  'flooded',
  'strange',
  'abused',
  'story',
  'repeated',
  'plain',
] as const;
export type Cause = (typeof CAUSES)[number];

/** Which of several things a turn was, for the client: the worst first. */
export function causeOf(effects: ReadonlySet<EffectId>, questions: number): Cause {
  const any = (...ids: EffectId[]): boolean => ids.some((id) => effects.has(id));
  if (any('judge', 'confront')) return 'judged';
  if (any('minimise', 'reassure')) return 'dismissed';
  if (any('repeat')) return 'repeated';
  if (any('advice', 'advice-again', 'persuade')) return 'advised';
  if (any('ask-run', 'pile-up')) return 'quizzed';
  if (any('own-story')) return 'story';
  if (
    any(
      'reflect-deep',
      'reflect-simple',
      'cue-taken',
      'normalise',
      'received',
      'repair',
      'reflect-guess',
      'safety-asked',
    )
  )
    return 'heard';
  if (questions > 0) return 'asked';
  return any('advice-late', 'information') ? 'advised' : 'plain';
}
