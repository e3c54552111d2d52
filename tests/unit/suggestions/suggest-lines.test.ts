import { describe, expect, it } from 'vitest';
import { deviceEngine, engineFrom, type HintEngine, WrongOptions } from '@/scripts/suggest/engines';
import { createLineSuggester } from '@/scripts/suggest/suggest-lines';

const NO_READERS = { reader: null, codeModel: null };

async function run(lines: readonly (string | null)[], engine: HintEngine = deviceEngine): Promise<unknown[]> {
  const suggester = createLineSuggester(engine, NO_READERS);
  const printed: string[] = [];
  for (const [i, line] of lines.entries()) printed.push(...(await suggester.line(line, i + 1)));
  printed.push(...(await suggester.end()));
  return printed.map((line) => JSON.parse(line) as unknown);
}

const line = (id: string | number, side: string, text: string): string => JSON.stringify({ id, side, text });

describe('npm run suggest', () => {
  it('prints one line for each conversation, with hints for its last client message', async () => {
    const printed = await run([
      line(1, 'supporter', 'Hello, how are you?'),
      line(2, 'client', 'my nan died and i cant sleep'),
      '',
      '',
      line('a', 'client', 'my boss shouts at me every day'),
    ]);
    expect(printed).toHaveLength(2);
    expect(printed[0]).toMatchObject({ conversation: 1, stage: 'exploration', safety: false });
    const { hints } = printed[0] as {
      hints: { kind: string; because: { id: unknown; start: number; end: number; text: string } }[];
    };
    expect(hints.map((hint) => hint.kind)).toEqual(['explore', 'empathise', 'support']);
    for (const { because } of hints) {
      expect(because.id).toBe(2);
      expect('my nan died and i cant sleep'.slice(because.start, because.end)).toBe(because.text);
    }
    expect(printed[1]).toMatchObject({ conversation: 2 });
  });

  it('gives no hints where a safety cue stands', async () => {
    expect(await run([line(1, 'client', 'i want to kill myself')])).toEqual([
      { conversation: 1, stage: 'exploration', safety: true, hints: [], reason: 'safety' },
    ]);
  });

  it('reports a bad line and goes on', async () => {
    const printed = await run(['{', null, '[]', line(1, 'bot', 'hi'), line(2, 'client', 'i feel so lonely')]);
    expect(printed.slice(0, 4)).toEqual([
      { line: 1, error: 'This line is no JSON.' },
      { line: 2, error: 'This line is too long.' },
      { line: 3, error: 'A line must be a JSON object with "id", "side" (client or supporter) and "text".' },
      { line: 4, error: 'A line must be a JSON object with "id", "side" (client or supporter) and "text".' },
    ]);
    expect(printed[4]).toMatchObject({ conversation: 1, safety: false });
  });

  it('keeps messages apart whose ids are the same', async () => {
    const [first] = await run([
      line(1, 'supporter', 'Hello there, what is on your mind?'),
      line(1, 'client', 'my sister and i had a row about mum'),
    ]);
    const { hints } = first as { hints: { because: { id: number } }[] };
    expect(hints).toHaveLength(3);
    expect(hints.every((hint) => hint.because.id === 1)).toBe(true);
  });

  it('holds a long conversation in bounded memory and still answers its end', async () => {
    const long = Array.from({ length: 2_000 }, (_, i) =>
      line(i, i % 2 === 0 ? 'client' : 'supporter', 'and then i went home'),
    );
    const [only] = await run([...long, line('last', 'client', 'my brother never helps with our mum')]);
    const { hints } = only as { hints: { because: { id: string } }[] };
    expect(hints.length).toBeGreaterThan(0);
    expect(hints.every((hint) => hint.because.id === 'last')).toBe(true);
  });

  it('passes on why an endpoint failed', async () => {
    const failing: HintEngine = () =>
      Promise.resolve({ hints: [], dropped: [], firstMs: null, totalMs: 1, error: 'unreachable' });
    expect(await run([line(1, 'client', 'hello')], failing)).toMatchObject([
      { hints: [], error: 'unreachable' },
    ]);
  });
});

describe('choosing an engine on the command line', () => {
  it('is the device without a word', () => {
    expect(engineFrom([]).name).toBe('device');
    expect(engineFrom(['--engine', 'device']).name).toBe('device');
  });

  it('is an endpoint by address and model', () => {
    expect(engineFrom(['--base-url', 'http://localhost:9/v1', '--model', 'small']).name).toBe('small');
  });

  it.each([
    [['--engine', 'cloud']],
    [['--base-url', 'https://a.example/v1']],
    [['--base-url', 'http://a.example/v1', '--model', 'x']],
    [['--base-url', 'https://a.example/v1', '--model', 'x', '--key-env', 'SURELY_NOT_SET_ANYWHERE']],
    [['--nonsense']],
  ])('says what is wrong with %j', (argv) => {
    expect(() => engineFrom(argv)).toThrow(WrongOptions);
  });
});
