import { browser } from 'wxt/browser';
import { createRunner, type SessionRunner } from '@/components/practice/session-runner';
import type { Health } from '@/utils/messaging/health';
import { PRACTICE_SITE, type PracticeNote } from '@/utils/messaging/practice-note';
import { practiceLineReplySchema, practiceReadingsReplySchema } from '@/utils/messaging/practice-protocol';
import { parseCommand } from '@/utils/messaging/reader-answers';
import { createReaderLink } from '@/utils/messaging/reader-link';
import type { ReaderMessage } from '@/utils/messaging/reader-protocol';
import { LINE_FORM } from '@/utils/practice/model-voice/build-line-prompt';
import { sayTurn, type AskModel } from '@/utils/practice/model-voice/say-turn';
import type { ReadMessage, SessionRecord } from '@/utils/practice/record';
import { createRedactor } from '@/utils/privacy/redact/redactor';
import type { LlmErrorCode } from '@/utils/llm/error-codes';
import type { PracticeShelves } from '@/utils/storage/practice-shelves';
import { codeModel } from './feedback-tools';

/** Every row of our own page has words, a side and an id. */
const HEALTH: Health = { rows: 1, withText: 1, withSide: 1, withId: 1, busy: false };

/** The key under which the worker knows a session; no chat page can have it, since its tab is another site. */
const keyOf = ({ id }: SessionRecord): string => `practice ${id}`;

/** Tells the worker that no conversation is in front in this tab. */
export function tellNoChat(): void {
  const message: ReaderMessage = { kind: 'status', session: crypto.randomUUID(), status: 'no-chat' };
  browser.runtime.sendMessage(message).catch(() => undefined);
}

/** Plays a session and tells the worker of it as the reader beside a real chat would. */
export async function playHere(record: SessionRecord, shelves: PracticeShelves): Promise<SessionRunner> {
  const key = keyOf(record);
  const conversation = { key, title: record.scenario.person.name };
  const place = { site: PRACTICE_SITE, conversation, isGuess: false };
  const note: PracticeNote = {
    help: record.help,
    ...(record.voice === 'llm' && record.voiceHost !== undefined && { allowedHost: record.voiceHost }),
  };
  let isPaused = false;
  const link = createReaderLink({
    send: (message) =>
      browser.runtime.sendMessage(message.kind === 'delta' ? { ...message, practice: note } : message),
    isAlive: () => browser.runtime?.id !== undefined,
    newSession: () => crypto.randomUUID(),
    onResync: tellAll,
    onPause: () => {
      isPaused = true;
    },
    onStop: () => undefined,
  });

  function tellAll(): void {
    link.delta(place, runner.snapshot(), HEALTH);
  }

  function onCommand(message: unknown): void {
    const command = parseCommand(message);
    if (command === null) return;
    isPaused = command === 'pause' || command === 'stop';
    link.renew();
    if (!isPaused) tellAll();
  }

  const { voiceHost } = record;
  const runner = createRunner(record, {
    tools: { codeModel: await codeModel() },
    save: (changed) => shelves.save(changed),
    tell: (delta) => {
      if (!isPaused) link.delta(place, delta, HEALTH);
    },
    draft: (text) => {
      if (!isPaused) link.draft(key, text.slice(0, 20_000));
    },
    later(ms, run) {
      const timer = setTimeout(run, ms);
      return () => {
        clearTimeout(timer);
      };
    },
    now: () => Date.now(),
    readings: () => readingsOf(key),
    ...(record.voice === 'llm' && voiceHost !== undefined && { say: voiceOf(key, voiceHost) }),
  });
  browser.runtime.onMessage.addListener(onCommand);
  tellAll();
  return {
    ...runner,
    close() {
      runner.close();
      link.close();
      browser.runtime.onMessage.removeListener(onCommand);
    },
  };
}

/** The client's words by the endpoint; one redactor for the session, so that a name keeps its stand-in. */
function voiceOf(key: string, host: string): Parameters<typeof createRunner>[1]['say'] {
  const redactor = createRedactor({ known: [] });
  const ask: AskModel<LlmErrorCode> = async (messages) => {
    const request = { kind: 'practice-line', key, host, messages, form: LINE_FORM };
    return practiceLineReplySchema.parse(await browser.runtime.sendMessage(request));
  };
  return (turn) => sayTurn(turn, ask, redactor);
}

async function readingsOf(key: string): Promise<ReadMessage[]> {
  const reply = practiceReadingsReplySchema.parse(
    await browser.runtime.sendMessage({ kind: 'practice-readings', key }),
  );
  return reply.readings.flatMap(({ id, label, valence, arousal }) => {
    const [, turn = '', message = ''] = id.split('.');
    const isKnown = label !== 'unclear';
    return turn === ''
      ? []
      : [
          {
            turn: Number(turn),
            message: Number(message),
            label,
            valence: isKnown ? valence : null,
            arousal: isKnown ? arousal : null,
          },
        ];
  });
}
