import { describe, expect, it, vi } from 'vitest';
import { BuiltinHosts } from '@/entrypoints/background/builtin-hosts';
import { lendBuiltin } from '@/entrypoints/sidepanel/lend-builtin';
import {
  BuiltinModel,
  BUILTIN_WORDS,
  builtinState,
  builtinStateSchema,
  downloadBuiltin,
} from '@/utils/llm/builtin-model';
import { streamFrom, type EngineEvent, type ModelRun } from '@/utils/llm/openai-engine';
import type { Browser } from 'wxt/browser';
import { builtinDouble, type BuiltinScript } from '../../support/builtin-double';
import { endOf, moment, PATIENT, redactor } from './moment';

const quote = 'nobody at home really notices';
const HINT = {
  kind: 'empathise',
  because: { id: 'm3', quote },
  technique: 'reflection of feeling',
  text: 'It sounds lonely, lying there with nobody noticing.',
};
const READING = { quote, label: 'sadness', valence: -0.6, arousal: -0.3 };
const good = (): string[] => JSON.stringify({ hints: [HINT], reading: READING }).match(/.{1,9}/gu) ?? [];

async function run(
  call: ModelRun['call'],
  signal = new AbortController().signal,
  onEvent = (): void => undefined,
): Promise<EngineEvent[]> {
  const events: EngineEvent[] = [];
  const model: ModelRun = { source: 'builtin', signal, limits: PATIENT, call };
  for await (const event of streamFrom(model, { prompt: moment(), redactor })) {
    events.push(event);
    onEvent();
  }
  return events;
}

function ask(script: BuiltinScript, limits = PATIENT) {
  const double = builtinDouble(script);
  const model = new BuiltinModel(double);
  const { signal } = new AbortController();
  return { double, model, events: run((request) => model.stream(request, signal, limits), signal) };
}

describe('the browser’s own model', () => {
  it('has a state with plain words, also where there is none', async () => {
    expect(await builtinState(undefined)).toBe('absent');
    expect(await builtinState(builtinDouble({ state: 'downloadable' }))).toBe('downloadable');
    expect(await builtinState(builtinDouble({ state: 'something new' }))).toBe('unavailable');
    for (const state of builtinStateSchema.options) expect(BUILTIN_WORDS[state]).toMatch(/\.$/);
  });

  it('is downloaded on a click and tells how far it is', async () => {
    const double = builtinDouble({ state: 'downloadable' });
    const progress: number[] = [];
    await downloadBuiltin(double, (share) => progress.push(share), new AbortController().signal);
    expect(progress).toEqual([0, 0.4, 1]);
    expect(double.open).toBe(0);
  });

  it('says so when it may not be downloaded', async () => {
    const double = builtinDouble({ createFails: 'NotAllowedError' });
    const failing = downloadBuiltin(double, () => undefined, new AbortController().signal);
    await expect(failing).rejects.toMatchObject({ failure: { code: 'model-missing' } });
  });

  it('gives hints and a reading through the same gate, and says whose they are', async () => {
    const { events, double } = ask({ answer: good });
    expect(endOf(await events)).toMatchObject({
      kind: 'done',
      hints: [{ text: HINT.text, because: { id: 'a3', text: quote } }],
      reading: { source: 'builtin', label: 'sadness' },
    });
    expect(double.prompts[0]?.constraint).toEqual(moment().schema);
    expect(double.prompts[0]?.input).not.toContain('Priya');
  });

  it('drops what is not fit to be said', async () => {
    const bad = { ...HINT, text: 'You should just leave them all.' };
    const { events } = ask({ answer: () => [JSON.stringify({ hints: [bad] })] });
    expect(endOf(await events)).toMatchObject({ kind: 'error', code: 'bad-answer' });
  });

  it('reads the unchanging part once and lets every copy go', async () => {
    const double = builtinDouble({ answer: good });
    const model = new BuiltinModel(double);
    const { signal } = new AbortController();
    for (let i = 0; i < 3; i++) await run((request) => model.stream(request, signal), signal);
    expect(double.created).toEqual([moment().messages[0]?.content]);
    expect(double.open).toBe(1);
    model.close();
    expect(double.open).toBe(0);
  });

  it.each([
    ['it is not downloaded yet', { state: 'downloadable' }, 'model-missing'],
    ['the computer cannot run it', { state: 'unavailable' }, 'model-missing'],
    ['the text is too long for it', { promptFails: 'QuotaExceededError' }, 'too-large'],
    ['the browser held its answer back', { promptFails: 'NotReadableError' }, 'filtered'],
    ['it does not know the language', { createFails: 'NotSupportedError' }, 'unsupported'],
    ['it broke', { promptFails: 'UnknownError' }, 'server-error'],
    ['it says something else', { answer: () => ['I would ask how they are.'] }, 'bad-answer'],
  ])('ends once with a code of the closed list when %s', async (_, script, code) => {
    const { events, double, model } = ask(script);
    expect(endOf(await events)).toMatchObject({ kind: 'error', code });
    model.close();
    expect(double.open).toBe(0);
  });

  it('is given up when it falls silent', async () => {
    const { events } = ask({ answer: () => ['{"hints":['], hang: true }, { ...PATIENT, idleMs: 20 });
    expect(endOf(await events)).toMatchObject({ kind: 'error', code: 'stalled' });
  });

  it('stops when it is told to', async () => {
    const double = builtinDouble({ answer: good, hang: true });
    const model = new BuiltinModel(double);
    const stop = new AbortController();
    const events = await run(
      (request) => model.stream(request, stop.signal, PATIENT),
      stop.signal,
      () => stop.abort(),
    );
    expect(endOf(events)).toEqual({ kind: 'aborted' });
    expect(double.open).toBe(1);
  });
});

/** Two ends of one port, as the browser makes them. */
function pair() {
  const ends = [0, 1].map(() => ({ hear: [] as ((m: unknown) => void)[], lost: [] as (() => void)[] }));
  const port = (own: number) => ({
    postMessage: (message: unknown) => {
      const copy: unknown = structuredClone(message);
      queueMicrotask(() => ends[1 - own]?.hear.forEach((run) => run(copy)));
    },
    disconnect: () => ends[1 - own]?.lost.forEach((run) => run()),
    onMessage: { addListener: (listener: (m: unknown) => void) => ends[own]?.hear.push(listener) },
    onDisconnect: { addListener: (listener: () => void) => ends[own]?.lost.push(listener) },
  });
  return [port(0), port(1)] as const;
}

describe('a panel that lends its model to the worker', () => {
  async function lend(script: BuiltinScript) {
    const double = builtinDouble(script);
    const [workerEnd, panelEnd] = pair();
    const hosts = new BuiltinHosts(() => undefined);
    hosts.add(workerEnd as unknown as Browser.runtime.Port);
    await lendBuiltin(() => panelEnd, double);
    await vi.waitFor(() => expect(hosts.state).toBe(double.state));
    return { double, hosts, panelEnd, workerEnd };
  }

  it('brings checked hints over the port', async () => {
    const { hosts } = await lend({ answer: good });
    const { signal } = new AbortController();
    const end = endOf(await run((request) => hosts.stream(request, signal), signal));
    expect(end).toMatchObject({ kind: 'done', hints: [{ text: HINT.text }] });
  });

  it('is asked again whether its model was downloaded meanwhile', async () => {
    const { hosts, double } = await lend({ state: 'downloadable', answer: good });
    const { signal } = new AbortController();
    const ask = () => run((request) => hosts.stream(request, signal), signal);
    expect(endOf(await ask())).toMatchObject({ kind: 'error', code: 'model-missing' });
    double.state = 'available';
    expect(endOf(await ask())).toMatchObject({ kind: 'done' });
  });

  it('tells its failures', async () => {
    const { hosts } = await lend({ promptFails: 'QuotaExceededError' });
    const { signal } = new AbortController();
    const end = endOf(await run((request) => hosts.stream(request, signal), signal));
    expect(end).toMatchObject({ kind: 'error', code: 'too-large' });
  });

  it('stops its model when the worker asks for it', async () => {
    const { hosts, double } = await lend({ answer: good, hang: true });
    const stop = new AbortController();
    const events = run(
      (request) => hosts.stream(request, stop.signal),
      stop.signal,
      () => stop.abort(),
    );
    expect(endOf(await events)).toEqual({ kind: 'aborted' });
    await vi.waitFor(() => expect(double.open).toBe(1));
  });

  it('that is closed in the middle ends what runs, and is asked no more', async () => {
    const { hosts, panelEnd } = await lend({ answer: good, hang: true });
    const { signal } = new AbortController();
    const events = await run(
      (request) => hosts.stream(request, signal),
      signal,
      () => panelEnd.disconnect(),
    );
    expect(endOf(events)).toMatchObject({ kind: 'error', code: 'disconnected' });
    expect(hosts.state).toBe('absent');
    expect(endOf(await run((request) => hosts.stream(request, signal), signal))).toMatchObject({
      code: 'model-missing',
    });
  });

  it('that has no model opens nothing', async () => {
    const connect = vi.fn();
    await lendBuiltin(connect);
    expect(connect).not.toHaveBeenCalled();
  });
});
