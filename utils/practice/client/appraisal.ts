import type { CodedSpan } from '../../analysis/codes/code';
import type { CodeModel } from '../../analysis/codes/code-model';
import type { OpenCue } from '../../analysis/cues/cue';
import type { CueState } from '../../analysis/cues/track-cues';
import type { Ask } from '../asks';
import type { Scenario } from '../scenario';
import type { Cause } from './cause';
import type { EffectId } from './effects';

/** A supporter's turn as the client takes it. */
export interface Appraisal {
  plain: string;
  codes: readonly CodedSpan[];
  cause: Cause;
  effects: readonly EffectId[];
  asks: readonly Ask[];
  /** Ids of the items that it asks about. */
  topics: readonly string[];
  /** Its questions in plain chat text. */
  asked: string;
  /** How many things it asks. */
  questions: number;
  /** It asks about a "he" or a "she" whom nobody has named. */
  isOfNobody: boolean;
  /** It takes leave, or says that it is soon time to. */
  isLeaving: boolean;
  /** The last question wants a yes or a no. */
  isYesNo: boolean;
  /** Cues of the client's last turn that it took up, and those that it passed by. */
  answered: readonly OpenCue[];
  missed: readonly OpenCue[];
  cues: CueState;
}

/** Longest part of a turn that is read, in UTF-16 units. */
export const MAX_READ = 4_000;

/** What an appraisal may know besides the turn. */
export interface AppraisalContext {
  scenario: Scenario;
  /** The client's last turn in one text. */
  client: string;
  /** The client's turn before that. */
  clientBefore: string;
  /** All that was said of anybody so far: by the client, and in what the supporter knew before. */
  known: string;
  cues: CueState;
  /** Earlier turns of the supporter, oldest first, with their codes. */
  earlier: readonly { text: string; codes: readonly CodedSpan[] }[];
  trust: number;
  /** The client told something important in the last turn. */
  dared: boolean;
  /** The last turn held a hint of danger that asks for a plain question. */
  hinted: boolean;
  codeModel: CodeModel | null;
}
