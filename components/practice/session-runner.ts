import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Delta } from '@/utils/conversation/delta';
import { MAX_BATCH, MAX_TEXT } from '@/utils/conversation/limits';
import type { Message } from '@/utils/conversation/message';
import type { Said } from '@/utils/practice/model-voice/say-turn';
import { withWords } from '@/utils/practice/model-voice/say-turn';
import { turnToSay, type TurnToSay } from '@/utils/practice/model-voice/turn';
import { readingTime, typingTime } from '@/utils/practice/pace';
import { type PlayTools, respond } from '@/utils/practice/play';
import { type ReadMessage, type SessionRecord, withRead, withSession } from '@/utils/practice/record';
import type { PracticeSession, PracticeTurn } from '@/utils/practice/session';
import type { LlmErrorCode } from '@/utils/llm/error-codes';

/** Why the client's words come from the device although a model was to give them. */
export type VoiceTrouble = Exclude<Said<LlmErrorCode>, { by: 'model' }>;

export interface RunnerState {
  record: SessionRecord;
  /** Messages of the client's last turn that have arrived. */
  arrived: number;
  /** What the client is doing that shows. */
  client: 'quiet' | 'reading' | 'typing';
  /** The session could not be stored; it goes on in this page. */
  unsaved: 'too-long' | 'full' | null;
  voiceTrouble: VoiceTrouble | null;
}

/** What a session needs of the world around it. */
export interface RunnerWorld {
  tools: PlayTools;
  save(record: SessionRecord): Promise<{ ok: true } | { ok: false; reason: 'too-long' | 'full' }>;
  /** Tells the worker what a reader beside a real chat would. */
  tell(delta: Delta): void;
  draft(text: string): void;
  /** Runs `run` once after `ms` milliseconds; the returned function calls it off. */
  later(ms: number, run: () => void): () => void;
  now(): number;
  /** What the panel has read in the client's messages so far. */
  readings(): Promise<readonly ReadMessage[]>;
  /** A language model's words for a turn; absent when the device speaks. */
  say?: ((turn: TurnToSay) => Promise<Said<LlmErrorCode>>) | undefined;
}

/** One practice session as it is played in a page. */
export interface SessionRunner {
  store: StoreApi<RunnerState>;
  send(text: string): void;
  draft(text: string): void;
  /** Human or instant from now on. */
  pace(pace: SessionRecord['pace']): void;
  /** The person ends it. Resolves once it is stored with its readings, or cannot be. */
  end(): Promise<void>;
  /** What a reader would see now, for a worker that asks anew. */
  snapshot(): Delta;
  close(): void;
}

/** Milliseconds of rest in the composer before the draft is read, as beside a real chat. */
const DRAFT_REST = 250;

/** Plays a session: the state machine decides at once, and its answer arrives at a person's pace. */
export function createRunner(start: SessionRecord, world: RunnerWorld): SessionRunner {
  const store = createStore<RunnerState>()(() => ({
    record: start,
    arrived: start.session.turns.at(-1)?.messages.length ?? 0,
    client: 'quiet',
    unsaved: null,
    voiceTrouble: null,
  }));
  const get = store.getState;
  /** The session before the supporter's present turn, and what they have sent in it. */
  let base: PracticeSession = start.session;
  let sent: string[] = [];
  let cancel: () => void = () => undefined;
  let cancelDraft: () => void = () => undefined;
  /** Grows when the present answer is overtaken, so that late words of a model are dropped. */
  let run = 0;
  let isClosed = false;
  // A new session: the client's first turn arrives like every other.
  const isFresh = start.session.turns.length === 1;

  function keep(session: PracticeSession): void {
    const record = withSession(get().record, session, world.now());
    store.setState({ record });
    void save(record);
  }

  async function save(record: SessionRecord): Promise<void> {
    const saved = await world.save(record).catch(() => ({ ok: false as const, reason: 'full' as const }));
    if (!isClosed) store.setState({ unsaved: saved.ok ? null : saved.reason });
  }

  /** Lets the next message of the client's turn arrive, after the time that it takes to type. */
  function type(turn: PracticeTurn): void {
    const message = turn.messages[get().arrived];
    if (message === undefined) {
      store.setState({ client: 'quiet' });
      return;
    }
    store.setState({ client: 'typing' });
    cancel = world.later(typingTime(message, turn.state.arousal, get().record.pace), () => {
      arrive(turn);
      type(turn);
    });
  }

  function arrive(turn: PracticeTurn): void {
    const { arrived } = get();
    store.setState({ arrived: arrived + 1 });
    const message = turn.outOfRole ? undefined : messageOf(get().record, turn, arrived);
    if (message) tellAdded(message);
  }

  function tellAdded(message: Message): void {
    const known = visible(get());
    const at = known.findIndex(({ id }) => id === message.id);
    world.tell({ kind: 'added', after: known[at - 1]?.id ?? null, messages: [message] });
  }

  /** What was not typed yet arrives at once: the supporter did not wait for it. */
  function finish(): void {
    run += 1;
    cancel();
    const turn = get().record.session.turns.at(-1);
    if (turn?.side !== 'client') return;
    while (get().arrived < turn.messages.length) arrive(turn);
    store.setState({ client: 'quiet' });
  }

  function send(text: string): void {
    const { record, client } = get();
    if (text.trim() === '' || record.endedAt !== null) return;
    // Until the client begins to type, another message belongs to the same turn.
    if (client !== 'reading') {
      finish();
      base = get().record.session;
      sent = [];
      if (base.ending !== null) return;
    }
    run += 1;
    cancel();
    sent = [...sent, text];
    const session = inPieces(respond(record.scenario, base, sent.join('\n'), world.tools), sent);
    store.setState({ arrived: 0, client: 'reading' });
    keep(session);
    const supporter = session.turns.at(-2);
    const last = supporter && messageOf(get().record, supporter, sent.length - 1);
    draft('', 0);
    if (last) tellAdded(last);
    // Where somebody may really be in danger, nobody plays at typing.
    if (session.ending === 'danger') finish();
    else void answer(session, text, run);
    void noteReadings();
  }

  async function answer(session: PracticeSession, text: string, mine: number): Promise<void> {
    const { record } = get();
    const turn = world.say && record.voice === 'llm' ? turnToSay(record.scenario, base, session) : null;
    const read = new Promise<void>((resolve) => {
      cancel = world.later(readingTime(text, record.pace), resolve);
    });
    const said = turn && world.say ? await world.say(turn).catch(lost) : null;
    if (mine !== run || isClosed) return;
    if (turn && said?.by === 'model') keep(withWords(turn, said.messages));
    if (said) store.setState({ voiceTrouble: said.by === 'model' ? null : said });
    await read;
    const last = get().record.session.turns.at(-1);
    if (mine === run && !isClosed && last) type(last);
  }

  /** Keeps beside the session what the panel read, for the look back. */
  async function noteReadings(): Promise<void> {
    const readings = await world.readings().catch(() => []);
    const record = readings.reduce(withRead, get().record);
    store.setState({ record });
    await save(record);
  }

  function draft(text: string, rest = DRAFT_REST): void {
    cancelDraft();
    if (rest === 0) world.draft(text);
    else cancelDraft = world.later(rest, () => world.draft(text));
  }

  if (isFresh) {
    store.setState({ arrived: 0 });
    const [first] = start.session.turns;
    if (first) type(first);
  }

  return {
    store,
    send,
    draft: (text) => draft(text),
    pace(pace) {
      const record = { ...get().record, pace };
      store.setState({ record });
      void save(record);
      const turn = record.session.turns.at(-1);
      if (pace === 'instant' && get().client === 'typing' && turn) finish();
    },
    async end() {
      finish();
      cancelDraft();
      world.draft('');
      const { record } = get();
      store.setState({ record: { ...record, endedAt: record.endedAt ?? world.now() } });
      await noteReadings();
    },
    snapshot: () => ({ kind: 'snapshot', messages: visible(get()).slice(-MAX_BATCH) }),
    close() {
      isClosed = true;
      cancel();
      cancelDraft();
    },
  };
}

const lost = (): VoiceTrouble => ({ by: 'device', code: 'disconnected' });

/** What the supporter sent one after another stands so in the session. */
function inPieces(session: PracticeSession, sent: readonly string[]): PracticeSession {
  const turns = session.turns.map((turn, i) =>
    i === session.turns.length - 2 && turn.side === 'supporter' ? { ...turn, messages: [...sent] } : turn,
  );
  return { ...session, turns };
}

/** A message as a reader would report it. */
function messageOf({ id, scenario }: SessionRecord, turn: PracticeTurn, i: number): Message | undefined {
  const text = turn.messages[i];
  if (text === undefined) return undefined;
  return {
    id: `${id}.${String(turn.turn)}.${String(i)}`,
    side: turn.side,
    ...(turn.side === 'client' && { author: scenario.person.name }),
    text: text.slice(0, MAX_TEXT),
    ...(text.length > MAX_TEXT && { cut: true }),
  };
}

/** The messages that stand in the chat by now. What is said out of role is no word of the client's. */
function visible({ record, arrived }: RunnerState): Message[] {
  const { turns } = record.session;
  return turns.flatMap((turn, t) => {
    if (turn.outOfRole) return [];
    const isLast = t === turns.length - 1 && turn.side === 'client';
    return turn.messages
      .slice(0, isLast ? arrived : undefined)
      .flatMap((_, i) => messageOf(record, turn, i) ?? []);
  });
}
