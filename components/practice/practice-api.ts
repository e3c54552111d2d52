import type { Scenario } from '@/utils/practice/scenario';
import type { NextPractice } from '@/utils/practice/growth/next';
import type { SessionRecord } from '@/utils/practice/record';
import type { LoadedSession, SessionEntry } from '@/utils/storage/practice-store';
import type { SessionRunner } from './session-runner';

/** The endpoint that the person set up and consented to, as the practice page names it. */
export interface VoiceEndpoint {
  host: string;
  model: string;
}

/** What the practice page may do beyond drawing. */
export interface PracticeApi {
  scenarios(): Promise<readonly Scenario[]>;
  /** Null when none is set up. */
  endpoint(): Promise<VoiceEndpoint | null>;
  list(): Promise<readonly SessionEntry[]>;
  /** What to practise next and with how much help, from what is kept; null while nothing counts yet. */
  propose(): Promise<NextPractice | null>;
  load(id: string): Promise<LoadedSession>;
  discard(id: string): Promise<void>;
  /** Stores a new session and resolves with its id. */
  begin(choice: SessionChoice): Promise<string>;
  /** Plays a stored session in this tab, beside the panel. */
  play(record: SessionRecord): Promise<SessionRunner>;
  /** No practice is in front any more. */
  leave(): void;
  isPanelOpen(): Promise<boolean>;
  /** Call it first thing in a click. */
  openPanel(): void;
  openSettings(): void;
}

/** What the person chose before a session. */
export interface SessionChoice {
  scenario: Scenario;
  help: SessionRecord['help'];
  pace: SessionRecord['pace'];
  /** The host that the client's lines are asked of, redacted; absent for the device voice. */
  voiceHost?: string;
  keep: boolean;
}
