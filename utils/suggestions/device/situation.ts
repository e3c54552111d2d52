import type { OpenCue } from '../../analysis/cues/cue';
import type { Reading } from '../../analysis/reading';
import type { Message } from '../../conversation/message';
import type { Stage } from '../../conversation/stage';
import type { Fit, Offered } from '../fit/fit';
import type { Voice } from '../style/voice';
import type { Matters } from './matters';
import type { Near } from './near';
import type { Point } from './point';

/** All that a choice of hints rests on. */
export interface Situation {
  points: readonly Point[];
  messages: readonly Message[];
  turn: readonly Message[];
  /** What the client told shortly before, in the light of which a plain turn is heard. */
  near: Near | null;
  /** What they came to talk about, as they said it lately. */
  matters: Matters;
  /** Unanswered cues of earlier turns. */
  openCues: readonly OpenCue[];
  /** What the supporter has asked lately. */
  asked: ReadonlySet<string>;
  stage: Stage;
  adviceAllowed: boolean;
  /** Texts of the supporter's last messages. */
  said: readonly string[];
  seed: string;
  style: 'sentences' | 'ideas';
  /** How the supporter writes, when enough of it is known. */
  voice: Voice | null;
  readings: (id: string) => Reading | null;
  /** How readers would find a hint for this turn, when that was learnt. */
  fit: ((hint: Offered) => Fit) | null;
}
