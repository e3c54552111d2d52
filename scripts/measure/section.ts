/** What every part of `npm run measure` gets. */
export interface MeasureContext {
  /** Folder of the data sets, from `--data`. */
  dataFolder: string;
  /** Root of the repository, for weights and corpora. */
  root: string;
  /** Says how far it is, on standard error. */
  progress(line: string): void;
}

/** One figure beside its baseline. `aim` is what the project wants, where it wants a number. */
export interface Figure {
  name: string;
  /** Which data and which part of it. */
  data: string;
  value: number;
  /** Rows that it was measured on. */
  n: number;
  baselineName?: string;
  baseline?: number;
  aim?: number;
  /** Whether more or less is better; `more` when left out. */
  better?: 'more' | 'less';
  note?: string;
}

/**
 * The figures of one part of the engine. `coverage` holds lines about accuracy against coverage, which the model
 * card shows too; `details` are free lines below (hits to read).
 */
export interface Section {
  title: string;
  figures: Figure[];
  coverage?: string[];
  details?: string[];
}

/** A part of the measurement. One that lacks its data throws an Error that says so; the others still run. */
export type Measure = (context: MeasureContext) => Promise<Section>;
