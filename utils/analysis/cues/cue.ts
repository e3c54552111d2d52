import { z } from '../../schema';
import { spanSchema } from '../reading';

/** What a cue is about: a feeling named or shown, a loss, being alone with it, or something half said. */
export const CUE_KINDS = ['feeling', 'loss', 'isolation', 'hint'] as const;
export const cueKindSchema = z.enum(CUE_KINDS);
export type CueKind = z.infer<typeof cueKindSchema>;

/** Something the client said that wants an answer. */
export const cueSchema = z.extend(spanSchema, {
  kind: cueKindSchema,
  /** How much it asks for an answer, 0 to 1. It orders cues; it is no measure of the person. */
  weight: z.number().check(z.minimum(0), z.maximum(1)),
  /** Id of its family in the lexicon, such as `loneliness`. */
  family: z.string(),
  /** Id of the person or thing it is about, such as `mother`, when the words say so. */
  about: z.optional(z.string()),
  /** The sentence that it stands in, cut when it is long: a reply may say back other words of it. */
  sentence: z.optional(z.string()),
});
export type Cue = z.infer<typeof cueSchema>;

/** A cue with the message that carries it. */
export interface OpenCue extends Cue {
  id: string;
}

/** A cue that a supporter's message took up. */
export interface AnsweredCue extends OpenCue {
  /** Id of the supporter's message that took it up. */
  by: string;
}

export interface TrackedCues {
  /** Oldest first. */
  open: OpenCue[];
  /** In the order in which they were taken up. */
  answered: AnsweredCue[];
}
