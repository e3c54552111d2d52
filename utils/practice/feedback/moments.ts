import type { CodedSpan } from '../../analysis/codes/code';
import type { CodeModel } from '../../analysis/codes/code-model';
import type { OpenCue } from '../../analysis/cues/cue';
import { addClientCues, addSupporterReply, NO_CUES } from '../../analysis/cues/track-cues';
import type { EmotionReader } from '../../analysis/emotion/reader';
import { findSafetyCues } from '../../analysis/safety/find-safety-cues';
import { checkDraft, type DraftCheck } from '../../coaching/check-draft';
import type { CompetenceBook } from '../../competences/competence';
import type { CompiledRules } from '../../coaching/compile-rules';
import { dueCues } from '../../coaching/detect/care';
import { type DraftInput, readMoment } from '../../coaching/moment';
import type { SafetyCueAt } from '../../coaching/safety-due';
import { addToBalance, NO_BALANCE } from '../../conversation/balance';
import { MAX_TEXT } from '../../conversation/limits';
import type { Message } from '../../conversation/message';
import { addStageFacts, NO_STAGE_FACTS, type Stage, stageOf } from '../../conversation/stage';
import { cuesOfMessage } from '../client/said-cues';
import type { HintModels } from '../../suggestions/device/hint-models';
import type { PracticeSession, PracticeTurn } from '../session';

/** What feedback is made with: the rule book of the draft check, and models of which either may be missing. */
export interface FeedbackTools {
  rules: CompiledRules;
  reader: EmotionReader | null;
  /** Hints rest on known words alone when left out. */
  hintModels?: HintModels;
  codeModel: CodeModel | null;
  /** What a session is looked at by; those that ship when left out. */
  competences?: CompetenceBook;
}

/** One supporter turn, with all that was known when it was written. */
export interface TurnMoment {
  turn: PracticeTurn;
  text: string;
  /** The client's turn that it answers, and their reply to it. */
  before: PracticeTurn | undefined;
  reply: PracticeTurn | undefined;
  /** The conversation up to it, oldest first. */
  messages: readonly Message[];
  openCues: readonly OpenCue[];
  stage: Stage;
  /** The turn as a draft, with all that its check looked at. */
  input: DraftInput;
  /** What experts would mark in it. */
  check: DraftCheck;
  /** Words of the client about which a question was due, the newest last. */
  safetyDue: readonly SafetyCueAt[];
}

/** Messages that the rules look back over. */
const LOOK_BACK = 80;

/** The messages of a turn, with ids that hold within the session. What is said out of role is none of the talk. */
export function messagesOf({ turn, side, messages, outOfRole }: PracticeTurn): Message[] {
  if (outOfRole) return [];
  return messages.map((text, i) => ({
    id: `${String(turn)}.${String(i)}`,
    side,
    text: text.slice(0, MAX_TEXT),
  }));
}

/** Every supporter turn of a session as it stood when it was written. Pure; linear in the length of the session. */
export function momentsOf({ turns }: Pick<PracticeSession, 'turns'>, tools: FeedbackTools): TurnMoment[] {
  const { rules, codeModel } = tools;
  const safetyRule = rules.rules.get('no-safety-question');
  const codes = new Map<string, readonly CodedSpan[]>();
  const moments: TurnMoment[] = [];
  let messages: Message[] = [];
  let safetyCues: SafetyCueAt[] = [];
  let cues = NO_CUES;
  let facts = NO_STAGE_FACTS;
  let balance = NO_BALANCE;
  turns.forEach((turn, i) => {
    const own = messagesOf(turn);
    if (turn.side === 'supporter') {
      const text = own.map((message) => message.text).join('\n');
      const stage = stageOf(facts, cues);
      const input: DraftInput = {
        draft: text,
        messages,
        codes,
        openCues: cues.open,
        stage,
        balance,
        safetyCues,
        rules,
        codeModel,
      };
      moments.push({
        turn,
        text,
        before: turns[i - 1]?.side === 'client' ? turns[i - 1] : undefined,
        reply: turns[i + 1]?.side === 'client' ? turns[i + 1] : undefined,
        messages,
        openCues: cues.open,
        stage,
        input,
        check: checkDraft(input),
        safetyDue: safetyRule ? dueCues(readMoment(input), safetyRule) : [],
      });
    }
    for (const message of own) {
      const coded = turn.side === 'supporter' ? (turn.codes ?? []) : [];
      if (turn.side === 'supporter') {
        codes.set(message.id, coded);
        cues = addSupporterReply(cues, message.id, message.text, coded);
      } else {
        cues = addClientCues(cues, message.id, cuesOfMessage(message.text));
        safetyCues = [...safetyCues, ...findSafetyCues(message.text).map((cue) => ({ id: message.id, cue }))];
      }
      facts = addStageFacts(facts, message, coded);
      balance = addToBalance(balance, message, coded);
    }
    messages = [...messages, ...own].slice(-LOOK_BACK);
  });
  return moments;
}
