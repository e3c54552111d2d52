import type { Code } from '../../analysis/codes/code';
import type { PracticeTurn } from '../session';

/** How a figure stands beside the conventions of MITI 4.2.1 (expert opinion, no norms). */
export type Band = 'below' | 'fair' | 'good';

/** Figures of the supporter's turns. Shares are 0 to 1; null where there is nothing to divide by. */
export interface Figures {
  turns: number;
  reflections: number;
  complexReflections: number;
  questions: number;
  openQuestions: number;
  reflectionsToQuestions: number | null;
  openShare: number | null;
  complexShare: number | null;
  /** Advice without leave, persuading and confronting. */
  nonAdherent: number;
  /** Affirming and emphasising autonomy. */
  adherent: number;
  bands: { reflectionsToQuestions: Band | null; complexShare: Band | null };
}

const FAIR = { reflectionsToQuestions: 1, complexShare: 0.4 };
const GOOD = { reflectionsToQuestions: 2, complexShare: 0.5 };

/** So few say nothing about how somebody talks. */
const FEW = 3;

/** Whether a share or a ratio over `whole` things says too little to be one. */
export const isFew = (whole: number): boolean => whole < FEW;

function band(value: number | null, name: keyof typeof FAIR): Band | null {
  if (value === null) return null;
  return value >= GOOD[name] ? 'good' : value >= FAIR[name] ? 'fair' : 'below';
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Counts and ratios after MITI 4.2.1, from the behaviour codes of the supporter's turns. */
export function figuresOf(turns: readonly PracticeTurn[]): Figures {
  const mine = turns.filter(({ side }) => side === 'supporter');
  const codes = mine.flatMap((turn) => turn.codes ?? []);
  const count = (...of: Code[]): number => codes.filter(({ code }) => of.includes(code)).length;
  const reflections = count('simple-reflection', 'complex-reflection');
  const complexReflections = count('complex-reflection');
  const questions = count('open-question', 'closed-question', 'safety-check');
  const openQuestions = count('open-question');
  const reflectionsToQuestions = share(reflections, questions);
  const complexShare = share(complexReflections, reflections);
  return {
    turns: mine.length,
    reflections,
    complexReflections,
    questions,
    openQuestions,
    reflectionsToQuestions,
    openShare: share(openQuestions, questions),
    complexShare,
    nonAdherent: count('advice', 'persuading', 'confronting'),
    adherent: count('affirmation', 'emphasising-autonomy'),
    bands: {
      reflectionsToQuestions: isFew(reflections + questions)
        ? null
        : band(reflectionsToQuestions, 'reflectionsToQuestions'),
      complexShare: isFew(reflections) ? null : band(complexShare, 'complexShare'),
    },
  };
}
