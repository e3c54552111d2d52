import type { NamedFeeling } from './feelings';
import type { PointKind } from './frames';
import type { Heart } from './heart';
import type { Parsed } from './parse';
import type { Task } from './task';
import type { Topic } from './topics';
import type { Word } from './words';

/** Whether something weighs, lightens, or does neither as far as the words say. */
export type Mood = 'dark' | 'bright' | 'any';
export type Tense = 'past' | 'now' | 'future';

/** Words of the client said back, and where theirs stand. */
export interface SaidWhole {
  /** Turned to "you", without a capital. */
  text: string;
  start: number;
  end: number;
}

/** One thing that the client said, with the words for saying it back. */
export interface Point {
  kind: PointKind;
  /** What matters more when there are several; see the bank. */
  weight: number;
  messageId: string;
  start: number;
  end: number;
  words: readonly Word[];
  parsed: Parsed | null;
  /** The clause turned to "you", without a capital; null when it can't be turned surely. */
  said: string | null;
  /** The clause as something one does: "telling your mum". */
  doing: string | null;
  tense: Tense | null;
  mood: Mood;
  /** What the client thinks of themselves: never stated as a fact. */
  belief: boolean;
  feelings: readonly NamedFeeling[];
  topics: readonly Topic[];
  /** Who or what the frame caught: "your nan", "him". */
  person: string | null;
  question: boolean;
  /** Its sentence ends on "!". */
  exclaimed: boolean;
  /** Place among the clauses of the turn. */
  order: number;
  /** The linking words before the clause. */
  lead: string;
  /** The clause in plain words, in the client's person. */
  sentence: string;
  /** The whole sentence turned to "you"; null when it can't be turned surely. */
  saidWhole: SaidWhole | null;
  /** A whole short sentence of theirs, in their own words and person, for quoting. */
  quoted: string | null;
  /** What was said to them, as they gave it in quotation marks. */
  heard: string | null;
  /** What the client asks how, or whether, to do. */
  task: Task | null;
  /** Neither its words nor the reading of the message say whether it is pleasant. */
  open?: boolean;
  /** A feeling beside which one of the other mood is named. */
  mixed?: boolean;
  /** What a clause that no frame knows may be called after "that sounds", where something says it. */
  tone?: readonly string[];
  /** What its message is most about, as its words tell; of plain points. */
  hearts?: readonly Heart[];
  /** Told so that something else is understood: not answered by itself. */
  passing?: boolean;
}
