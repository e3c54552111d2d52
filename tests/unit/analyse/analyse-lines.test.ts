import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineAnalyser } from '@/scripts/analyse/analyse-lines';
import { LONGEST_LINE, readLines } from '@/scripts/analyse/read-lines';
import type { RuleExample } from '@/utils/coaching/draft-rule';
import { DRAFT_RULES } from '@/utils/coaching/rule-set';
import { codedSpanSchema } from '@/utils/analysis/codes/code';
import { parseCodeModel } from '@/utils/analysis/codes/code-model';
import { createEmotionReader } from '@/utils/analysis/emotion/reader';
import { parseWeights } from '@/utils/analysis/emotion/weights';
import { readingSchema } from '@/utils/analysis/reading';
import { safetyCueSchema } from '@/utils/analysis/safety-cue';

const model = (name: string) => new Uint8Array(readFileSync(`public/models/${name}`));
const engines = {
  reader: createEmotionReader(parseWeights(model('emotion.bin').buffer)),
  codeModel: parseCodeModel(model('codes.bin')),
};

/** What the tool prints for these lines. */
function analyse(lines: readonly string[], using: Parameters<typeof createLineAnalyser>[0] = engines) {
  const analyser = createLineAnalyser(using);
  const printed = lines.flatMap((line, i) => analyser.line(line, i + 1));
  return [...printed, ...analyser.end()].map((line) => JSON.parse(line) as Record<string, unknown>);
}

const client = (id: string | number, text: string) => JSON.stringify({ id, side: 'client', text });
const supporter = (id: string | number, text: string) => JSON.stringify({ id, side: 'supporter', text });

describe('the batch tool', () => {
  it('checks a draft against the conversation so far, and is silent about a good one', () => {
    const said = client(1, 'nobody ever listens to me at home');
    const flagsOf = (draft: string) => analyse([said, JSON.stringify({ draft })])[1];
    const flagged = flagsOf('You should just talk to your parents, they will understand');
    expect(flagged).toMatchObject({ conversation: 1, flags: [{ code: 'you-should', start: 0 }] });
    expect(JSON.stringify(flagged)).toContain('nobody ever listens to me at home');
    expect(flagsOf('It sounds lonely, not being heard at home.')).toEqual({ conversation: 1, flags: [] });
    expect(analyse([JSON.stringify({ draft: 5 })])).toEqual([{ line: 1, error: '"draft" must be text.' }]);
  });

  it.each(DRAFT_RULES.rules.map((rule) => [rule.id, rule] as const))(
    'gives %s for its written example, in the form that is agreed, and nothing for the other one',
    (code, { example, not }) => {
      const printed = ({ before, draft }: RuleExample) =>
        analyse([
          ...before.map(({ side, text }, i) => (side === 'client' ? client(i, text) : supporter(i, text))),
          JSON.stringify({ draft }),
        ])[before.length];
      const checked = printed(example);
      expect(Object.keys(checked ?? {})).toEqual(['conversation', 'flags']);
      expect(checked?.['conversation']).toBe(1);
      const flags = checked?.['flags'] as Record<string, unknown>[];
      expect(flags.map((flag) => flag['code'])).toContain(code);
      for (const flag of flags) {
        expect(Object.keys(flag)).toEqual(['code', 'start', 'end', 'text', 'why']);
        expect(example.draft.slice(Number(flag['start']), Number(flag['end']))).toBe(flag['text']);
        expect(String(flag['why'])).not.toMatch(/[{}]/u);
      }
      expect(printed(not)).toEqual({ conversation: 1, flags: [] });
    },
  );

  it.each([
    ['empty', ''],
    ['emoji only', '😞👍🏽❤️'],
    ['another language', 'Lo siento mucho, deberías hablar con tus padres, todo va a salir bien'],
    [
      'a pasted transcript',
      '[18:02] Robin: hi\n[18:03] Me: you should rest\n[18:04] Robin: no\n[18:05] Me: ok then',
    ],
  ])('stays silent about a draft that is %s', (_, draft) => {
    const lines = [client(1, 'nobody ever listens to me at home'), JSON.stringify({ draft })];
    expect(analyse(lines)[1]).toEqual({ conversation: 1, flags: [] });
  });

  it('checks a draft of 20,000 characters, and still sums the conversation up after it', () => {
    const draft = 'You should just talk to them. '.repeat(700).slice(0, 20_000);
    const [, checked, sum] = analyse([client(1, 'nobody listens to me'), JSON.stringify({ draft })]);
    expect((checked?.['flags'] as unknown[]).length).toBeGreaterThan(0);
    expect(sum).toMatchObject({ conversation: 1, open: expect.any(Array) as unknown });
  });

  it('reads a client, codes a supporter, and sums a conversation up', () => {
    const [first, second, sum] = analyse([
      client('a', 'my gran died and I feel so alone. I want to kill myself'),
      supporter(2, 'What was she like?'),
    ]);
    expect(Object.keys(first ?? {})).toEqual(['id', 'side', 'reading', 'safety']);
    expect(readingSchema.safeParse(first?.['reading']).success).toBe(true);
    const safety = first?.['safety'] as Record<string, unknown>[];
    expect(safety[0]).toMatchObject({ class: 'suicide', strength: 'explicit' });
    for (const cue of safety) expect(safetyCueSchema.safeParse(cue).success).toBe(true);
    expect(second).toEqual({
      id: 2,
      side: 'supporter',
      codes: [{ code: 'open-question', start: 0, end: 18 }],
    });
    for (const span of second?.['codes'] as unknown[])
      expect(codedSpanSchema.safeParse(span).success).toBe(true);
    expect(sum).toMatchObject({ conversation: 1, stage: 'exploration' });
    expect(sum?.['answered']).toContainEqual({
      id: 'a',
      start: 0,
      end: 12,
      text: 'my gran died',
      kind: 'loss',
      by: 2,
    });
    expect(sum?.['open']).toContainEqual(
      expect.objectContaining({ id: 'a', kind: 'feeling', text: 'I feel so alone' }),
    );
  });

  it('ends a conversation at a blank line and forgets it', () => {
    const lines = analyse([
      '',
      client(1, 'I feel lonely'),
      '',
      '  ',
      client(1, 'hi'),
      supporter(2, 'hello'),
      '',
    ]);
    const sums = lines.filter((line) => 'conversation' in line);
    expect(sums.map((line) => [line['conversation'], (line['open'] as unknown[]).length])).toEqual([
      [1, 1],
      [2, 0],
    ]);
  });

  it.each([
    ['no JSON', '{"id":'],
    ['another kind of value', '[1]'],
    ['null', 'null'],
    ['no text', '{"id":1,"side":"client"}'],
    ['an unknown side', '{"id":1,"side":"bot","text":"a"}'],
    ['an id of another type', '{"id":{},"side":"client","text":"a"}'],
  ])('says what is wrong with a line that holds %s, and goes on', (_, bad) => {
    const [error, next] = analyse([bad, client(1, 'hello')]);
    expect(error).toEqual({ line: 1, error: expect.any(String) as string });
    expect(next).toMatchObject({ id: 1, side: 'client' });
  });

  it('never quotes the text of a bad line', () => {
    expect(JSON.stringify(analyse(['{"id":1,"side":"secret words","text":"private"}']))).not.toMatch(
      /secret|private/,
    );
  });

  it('goes on without readings and by rules alone when the models are missing', () => {
    const [first, second] = analyse([client(1, 'I want to die'), supporter(2, 'How are you coping?')], {
      reader: null,
      codeModel: null,
    });
    expect(first).toMatchObject({ reading: null, safety: [{ class: 'suicide' }] });
    expect(second).toMatchObject({ codes: [{ code: 'open-question' }] });
  });

  it('gives one line for each message, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.boolean(), (text, isClient) => {
        const lines = analyse([isClient ? client(1, text) : supporter(1, text)]);
        expect(lines).toHaveLength(2);
        expect(lines[0]).toMatchObject({ id: 1 });
      }),
    );
  });

  it('keeps no more of a long conversation than of a short one', () => {
    const analyser = createLineAnalyser(engines);
    for (let i = 1; i < 3_000; i += 1) {
      analyser.line(
        i % 2
          ? client(i, `I lost my job number ${String(i)} and I feel so alone`)
          : supporter(i, 'You feel alone.'),
        i,
      );
    }
    expect(analyser.end().join('').length).toBeLessThan(20_000);
  });
});

async function linesOf(...chunks: string[]): Promise<(string | null)[]> {
  const lines: (string | null)[] = [];
  for await (const line of readLines(Readable.from(chunks) as AsyncIterable<string>)) lines.push(line);
  return lines;
}

describe('reading lines', () => {
  it('splits at line feeds however the chunks fall', async () => {
    expect(await linesOf('a\nb', 'c\r\n', '\nd')).toEqual(['a', 'bc', '', 'd']);
  });

  it('does not split at other separators, which JSON may hold', async () => {
    expect(await linesOf('{"text":"a\u2028b"}\n')).toEqual(['{"text":"a\u2028b"}']);
  });

  it('gives null for a line that is too long, and the next one whole', async () => {
    const long = 'x'.repeat(LONGEST_LINE / 2);
    expect(await linesOf(long, long, 'x\nnext')).toEqual([null, 'next']);
  });
});
