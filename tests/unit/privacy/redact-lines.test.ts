import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createLineRedactor } from '@/scripts/redact/redact-lines';

const run = (...lines: string[]): unknown[] => {
  const redactLine = createLineRedactor();
  return lines.flatMap((line, index) => {
    const output = redactLine(line, index + 1);
    return output === undefined ? [] : [JSON.parse(output) as unknown];
  });
};

describe('redacting JSON lines', () => {
  it('gives id, redacted text and what was found where', () => {
    expect(run('{"id":"a","text":"Hi, I am Tamsin","known":["Tamsin Price"]}')).toEqual([
      {
        id: 'a',
        redacted: 'Hi, I am [NAME_1]',
        found: [{ kind: 'name', start: 9, end: 15, text: 'Tamsin' }],
      },
    ]);
  });

  it('starts afresh with each line, unless it belongs to a conversation', () => {
    const [, second] = run('{"id":1,"text":"I told Priya"}', '{"id":2,"text":"and Kwame"}');
    expect(second).toMatchObject({ redacted: 'and [NAME_1]' });
    const [, next] = run(
      '{"id":1,"text":"I told Priya","conversation":7}',
      '{"id":2,"text":"and Kwame, not priya","conversation":7}',
    );
    expect(next).toMatchObject({ redacted: 'and [NAME_2], not [NAME_1]' });
  });

  it('says which line is bad, without its text, and goes on', () => {
    const output = run(
      '{"id":1,"text":"secret',
      '[]',
      '{"id":1}',
      '',
      '{"id":2,"text":"ok"}',
      '{"id":3,"text":4}',
    );
    expect(output).toEqual([
      { line: 1, error: expect.any(String) as string },
      { line: 2, error: expect.any(String) as string },
      { line: 3, error: expect.stringContaining('text') as string },
      { id: 2, redacted: 'ok', found: [] },
      { line: 6, error: expect.stringContaining('text') as string },
    ]);
    expect(JSON.stringify(output)).not.toContain('secret');
  });

  it('works from standard input to standard output', () => {
    const { stdout, status } = spawnSync('npx', ['tsx', 'scripts/redact/main.ts'], {
      input: '{"id":1,"text":"my name is Tamsin"}\nnot json\n{"id":2,"text":"ok"}',
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id?: number }).id),
    ).toEqual([1, undefined, 2]);
  });
});
