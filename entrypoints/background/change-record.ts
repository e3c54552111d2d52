import { categorySchema } from '@/utils/analysis/reading';
import { flagIdSchema, type FlagId } from '@/utils/coaching/draft-rule';
import type { Intent } from '@/utils/messaging/intents';
import type { PracticeNote } from '@/utils/messaging/practice-note';
import { without, type ConversationRecord } from '@/utils/storage/tab-record';

/**
 * Carries out what the person asks of the conversation in front: a label of their own, a safety cue dealt with,
 * consent, a remark that is not wanted. `shownHost` is the model whose name they saw. An intent that is about
 * something else changes nothing.
 */
export function changeRecord(
  record: ConversationRecord,
  intent: Intent,
  shownHost: string | undefined,
): void {
  switch (intent.kind) {
    case 'acknowledge-safety': {
      const cue = record.safety[intent.messageId];
      if (cue) cue.acknowledged = true;
      return;
    }
    case 'correct':
      if (intent.label === null) record.corrections = without(record.corrections, intent.messageId);
      else if (categorySchema.safeParse(intent.label).success)
        record.corrections[intent.messageId] = intent.label;
      return;
    case 'allow-llm':
      record.llmAllowed = intent.allow === true;
      record.llmDeclined = intent.allow === false;
      if (record.llmAllowed && shownHost !== undefined) record.llmAllowedFor = shownHost;
      return;
    case 'flag': {
      if (intent.where !== 'here') return;
      const others = (record.flagsOff ?? []).filter((other) => other !== intent.flag);
      record.flagsOff = intent.on ? others : [...others, intent.flag];
      return;
    }
    default:
  }
}

/** What the practice page says of a session. What the person decided in the panel since then stands. */
export function notePractice(record: ConversationRecord, { help, allowedHost }: PracticeNote): void {
  record.help = help;
  if (allowedHost === undefined || record.llmAllowed || record.llmDeclined === true) return;
  record.llmAllowed = true;
  record.llmAllowedFor = allowedHost;
}

/** Consent is for the one model whose name the person saw when they gave it. */
export function allowsHost(record: ConversationRecord | undefined, host: string): boolean {
  return record?.llmAllowed === true && (record.llmAllowedFor ?? host) === host;
}

/** Remarks that are not wanted in this conversation; ids that no rule has any more are left out. */
export function flagsOffHere(record: ConversationRecord): FlagId[] {
  return (record.flagsOff ?? []).flatMap((id) => flagIdSchema.safeParse(id).data ?? []);
}
