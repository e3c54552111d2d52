import { codeMessage } from '@/utils/analysis/codes/code-message';
import type { CodeModel } from '@/utils/analysis/codes/code-model';
import type { OpenCue } from '@/utils/analysis/cues/cue';
import { findCues } from '@/utils/analysis/cues/find-cues';
import { addClientCues, addSupporterReply, type CueState, NO_CUES } from '@/utils/analysis/cues/track-cues';
import type { EmotionReader } from '@/utils/analysis/emotion/reader';
import { readMessage } from '@/utils/analysis/read-message';
import { checkDraft } from '@/utils/coaching/check-draft';
import { draftRules } from '@/utils/coaching/rule-set';
import type { Reading } from '@/utils/analysis/reading';
import { findSafetyCues } from '@/utils/analysis/safety/find-safety-cues';
import type { SafetyFinder } from '@/utils/analysis/safety/safety-finder';
import { addStageFacts, NO_STAGE_FACTS, type StageFacts, stageOf } from '@/utils/conversation/stage';
import { z } from '@/utils/schema';
import { addRecent, NOTHING_YET, type Recent } from './recent';
import type { InputLine } from './read-lines';

const inputSchema = z.object({
  id: z.union([z.string(), z.number()]),
  side: z.enum(['client', 'supporter']),
  text: z.string(),
});
type Input = z.infer<typeof inputSchema>;
/** A draft of the supporter's next message, to be checked. */
const draftSchema = z.object({ draft: z.string() });

/** What the analysis needs; any may be missing, and the rest goes on without it. */
export interface Engines {
  reader: EmotionReader | null;
  codeModel: CodeModel | null;
  /** The rules alone when left out. */
  findSafety?: SafetyFinder;
}

/** What is kept of a conversation: bounded, however long it is. */
interface Talk {
  messages: number;
  cues: CueState;
  facts: StageFacts;
  lastClientText: string;
  recent: Recent;
}

const NEW_TALK: Talk = {
  messages: 0,
  cues: NO_CUES,
  facts: NO_STAGE_FACTS,
  lastClientText: '',
  recent: NOTHING_YET,
};

/** Decimals that a figure is printed with. */
const DECIMALS = 4;
const round = (x: number): number => Number(x.toFixed(DECIMALS));

function printedReading({ emotions, valence, arousal, intensity, confidence, evidence, ...rest }: Reading) {
  return {
    label: rest.label,
    emotions: Object.fromEntries(Object.entries(emotions).map(([name, share]) => [name, round(share)])),
    valence: round(valence),
    arousal: round(arousal),
    intensity: round(intensity),
    confidence: round(confidence),
    evidence: evidence.map(({ start, end, text, weight }) => ({ start, end, text, weight: round(weight) })),
    ...(rest.tone !== undefined && { tone: rest.tone }),
    ...(rest.reason !== undefined && { reason: rest.reason }),
    ...(rest.closing !== undefined && { closing: rest.closing }),
  };
}

/** Ids come back as they came, number or text. */
const printedCue = ({ id, start, end, text, kind }: OpenCue) => ({
  id: JSON.parse(id) as string | number,
  start,
  end,
  text,
  kind,
});

function problemOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'A line must be a JSON object with "id", "side" and "text".';
  }
  if ('draft' in value) return '"draft" must be text.';
  const parsed = inputSchema.safeParse(value);
  const field = parsed.success ? undefined : parsed.error.issues[0]?.path[0];
  return field === 'side'
    ? '"side" must be "client" or "supporter".'
    : `"${String(field)}" is missing or of another type.`;
}

/** Takes the lines of a file of conversations one by one and gives the lines to print for each. */
export interface LineAnalyser {
  /** `number` counts from 1. Never throws: a bad line becomes an error line. */
  line(line: InputLine, number: number): string[];
  /** The end of the input, which ends the last conversation. */
  end(): string[];
}

export function createLineAnalyser({
  reader,
  codeModel,
  findSafety = findSafetyCues,
}: Engines): LineAnalyser {
  let talk = NEW_TALK;
  let conversation = 0;

  const endTalk = (): string[] => {
    if (talk.messages === 0) return [];
    conversation += 1;
    const { cues, facts } = talk;
    talk = NEW_TALK;
    const result = {
      conversation,
      stage: stageOf(facts, cues),
      open: cues.open.map(printedCue),
      answered: cues.answered.map((cue) => ({
        ...printedCue(cue),
        by: JSON.parse(cue.by) as string | number,
      })),
    };
    return [JSON.stringify(result)];
  };

  const client = ({ id, side, text }: Input): string => {
    const safety = findSafety(text);
    const reading = reader && readMessage(reader, text, { cues: safety });
    const key = JSON.stringify(id);
    talk = {
      messages: talk.messages + 1,
      cues: addClientCues(talk.cues, key, findCues(text, reading ?? undefined)),
      facts: addStageFacts(talk.facts, { id: key, side, text }, []),
      lastClientText: text,
      recent: addRecent(talk.recent, { id: key, side, text }, { safety }),
    };
    return JSON.stringify({
      id,
      side,
      reading: reading && printedReading(reading),
      safety: safety.map(({ start, end, text: quote, rule, ...cue }) => ({
        class: cue.class,
        strength: cue.strength,
        start,
        end,
        text: quote,
        rule,
      })),
    });
  };

  const supporter = ({ id, side, text }: Input): string => {
    const codes = codeMessage(text, { client: talk.lastClientText }, codeModel);
    const key = JSON.stringify(id);
    talk = {
      ...talk,
      messages: talk.messages + 1,
      cues: addSupporterReply(talk.cues, key, text, codes),
      facts: addStageFacts(talk.facts, { id: key, side, text }, codes),
      recent: addRecent(talk.recent, { id: key, side, text }, { codes }),
    };
    return JSON.stringify({ id, side, codes });
  };

  /** What there is to say of a draft that would come next in the conversation so far. */
  const checked = (text: string): string => {
    const { flags } = checkDraft({
      ...talk.recent,
      draft: text,
      openCues: talk.cues.open,
      stage: stageOf(talk.facts, talk.cues),
      rules: draftRules(),
      codeModel,
    });
    return JSON.stringify({
      conversation: conversation + 1,
      flags: flags.flatMap(({ id, spans, because }) =>
        spans.map((span) => ({ code: id, ...span, why: because })),
      ),
    });
  };

  return {
    line(line, number) {
      const problem = (error: string) => [JSON.stringify({ line: number, error })];
      if (line === null) return problem('This line is too long.');
      const json = number === 1 ? line.replace(/^\uFEFF/, '') : line;
      if (json.trim() === '') return endTalk();
      let value: unknown;
      try {
        value = JSON.parse(json);
      } catch {
        return problem('This line is no JSON.');
      }
      const draft = draftSchema.safeParse(value);
      if (draft.success) return [checked(draft.data.draft)];
      const input = inputSchema.safeParse(value);
      if (!input.success) return problem(problemOf(value));
      return [input.data.side === 'client' ? client(input.data) : supporter(input.data)];
    },
    end: endTalk,
  };
}
