import type { Appraisal } from '../client/appraisal';
import type { ClientState, ResistancePattern } from '../client/client-state';
import type { Chance } from '../client/random';
import type { Item, Scenario } from '../scenario';
import type { Ending, PracticeSession } from '../session';
import type { LinePicker } from './line-picker';

/** What the client writes back, and what it changes. */
export interface Reply {
  messages: string[];
  told?: Item;
  topic: string | null;
  resistance: ResistancePattern | null;
  ending?: Ending;
  closing?: boolean;
  outOfRole?: boolean;
}

/** What a reply is chosen by. */
export interface ReplyContext {
  scenario: Scenario;
  session: PracticeSession;
  /** The state after the supporter's turn. */
  state: ClientState;
  appraisal: Appraisal;
  resistance: ResistancePattern | null;
  dared: boolean;
  picker: LinePicker;
  chance: Chance;
}

/** How many words the messages of one turn have. */
export const wordsOf = (messages: readonly string[]): number => messages.join(' ').split(/\s+/u).length;
