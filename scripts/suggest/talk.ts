import { codeMessage } from '@/utils/analysis/codes/code-message';
import type { CodeModel } from '@/utils/analysis/codes/code-model';
import type { OpenCue } from '@/utils/analysis/cues/cue';
import { findCues } from '@/utils/analysis/cues/find-cues';
import { addClientCues, addSupporterReply, NO_CUES } from '@/utils/analysis/cues/track-cues';
import type { EmotionReader } from '@/utils/analysis/emotion/reader';
import { readMessage } from '@/utils/analysis/read-message';
import type { Reading } from '@/utils/analysis/reading';
import { findSafetyCues } from '@/utils/analysis/safety/find-safety-cues';
import type { SafetyFinder } from '@/utils/analysis/safety/safety-finder';
import { MAX_TEXT } from '@/utils/conversation/limits';
import type { Message } from '@/utils/conversation/message';
import {
  addStageFacts,
  clientAskedForAdvice,
  NO_STAGE_FACTS,
  type Stage,
  stageOf,
} from '@/utils/conversation/stage';
import { lastTurnOf } from '@/utils/conversation/turns';
import { type HintModels, NO_HINT_MODELS } from '@/utils/suggestions/device/hint-models';

/** What a talk is read with; any may be missing, and the rest goes on without it. */
export interface Readers {
  reader: EmotionReader | null;
  codeModel: CodeModel | null;
  /** The rules alone when left out. */
  findSafety?: SafetyFinder;
  /** Hints rest on what the bank knows alone when left out. */
  hintModels?: HintModels;
}

/** A conversation up to a client message, with all that an engine may know of it. */
export interface Moment {
  messages: readonly Message[];
  stage: Stage;
  openCues: readonly OpenCue[];
  /** A safety cue stands somewhere in the conversation: nobody has acknowledged it here. */
  safety: boolean;
  adviceAllowed: boolean;
  readings: (id: string) => Reading | null;
  models: HintModels;
}

/** Messages kept of one conversation: more than any engine looks at. */
const KEPT = 80;

/** A conversation that grows message by message, in memory that does not. */
export interface Talk {
  add(message: Message): void;
  moment(): Moment;
  readonly count: number;
}

export function createTalk({
  reader,
  codeModel,
  findSafety = findSafetyCues,
  hintModels = NO_HINT_MODELS,
}: Readers): Talk {
  let messages: Message[] = [];
  let cues = NO_CUES;
  let facts = NO_STAGE_FACTS;
  let safety = false;
  let count = 0;
  let lastClientText = '';
  const known = new Map<string, Reading | null>();

  const readings = (id: string): Reading | null => {
    const cached = known.get(id);
    if (cached !== undefined) return cached;
    const text = messages.find((message) => message.id === id)?.text ?? '';
    const reading = reader && readMessage(reader, text, { cues: findSafety(text) });
    known.set(id, reading);
    return reading;
  };

  return {
    add(given) {
      const message = { ...given, text: given.text.slice(0, MAX_TEXT) };
      messages = [...messages.slice(1 - KEPT), message];
      count += 1;
      if (message.side === 'client') {
        safety ||= findSafety(message.text).length > 0;
        cues = addClientCues(cues, message.id, findCues(message.text, readings(message.id) ?? undefined));
        facts = addStageFacts(facts, message, []);
        lastClientText = message.text;
      } else if (message.side === 'supporter') {
        const codes = codeMessage(message.text, { client: lastClientText }, codeModel);
        cues = addSupporterReply(cues, message.id, message.text, codes);
        facts = addStageFacts(facts, message, codes);
      }
      if (known.size > 2 * KEPT) known.clear();
    },
    moment() {
      const stage = stageOf(facts, cues);
      const turn = lastTurnOf(messages, 'client')?.messages ?? [];
      const asked = turn.some(({ text }) => clientAskedForAdvice(text) !== null);
      return {
        messages,
        stage,
        openCues: cues.open,
        safety,
        adviceAllowed: stage === 'action' || asked,
        readings,
        models: hintModels,
      };
    },
    get count() {
      return count;
    },
  };
}
