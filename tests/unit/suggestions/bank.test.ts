import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LINES } from '@/utils/suggestions/device/lines';
import { readsWell } from '@/utils/suggestions/device/reads-well';
import { hintKindSchema } from '@/utils/suggestions/hint';
import { screenHint } from '@/utils/suggestions/screen';
import { z } from '@/utils/schema';

const verdictSchema = z.object({
  hint: hintKindSchema,
  text: z.string(),
  good: z.int(),
  plain: z.int(),
  wrong: z.int(),
});

/** Something plausible for each slot, so that every line can be read as a sentence. */
const FILLING: Record<string, string> = {
  said: 'you left early',
  doing: 'leaving early',
  both: 'you left early, and he stayed',
  that: 'painful',
  that2: 'painful',
  topic: 'the exam',
  person: 'your friend',
  feel: 'tired',
  noun: 'sadness',
  noun2: 'fear',
  cause: 'he stayed',
  other: 'he stays',
  when: 'when he stays',
  felt: 'like a failure',
  how: 'how to leave',
  whether: 'whether to leave',
  way: 'leave',
  tasking: 'leaving',
  quote: 'fine',
  quoted: 'he left without a word',
  whole: 'he left without a word and you stayed',
  why: 'why you always say sorry',
  heard: 'about time',
};

const filled = (text: string): string =>
  text.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const words = FILLING[name.toLowerCase()] ?? '';
    return name === name.toLowerCase() ? words : words.charAt(0).toUpperCase() + words.slice(1);
  });

describe('the bank', () => {
  it('has enough lines of each kind for variety', () => {
    for (const kind of ['explore', 'empathise', 'support'])
      expect(LINES.filter((line) => line.hint === kind).length).toBeGreaterThan(150);
  });

  it('knows every slot that its lines name', () => {
    expect(
      [...new Set(LINES.flatMap((line) => line.slots))].filter((slot) => !(slot.toLowerCase() in FILLING)),
    ).toEqual([]);
  });

  it.each(LINES.map((line) => [line.hint, line.text, line] as const))('%s: %s', (_kind, text, line) => {
    const sentence = filled(text);
    expect(readsWell(sentence)).toBe(true);
    expect(
      screenHint({ text: sentence, technique: line.technique }, { adviceAllowed: line.stage === 'advice' }),
    ).toEqual({
      ok: true,
    });
    expect(sentence).not.toMatch(/!/u);
    expect(line.anchor === true ? line.slots : ['x']).toHaveLength(line.anchor === true ? 0 : 1);
    expect(line.anchor === true || line.quotable === true || line.slots.length > 0).toBe(true);
  });

  it('keeps no line that readers mostly found wrong', () => {
    const verdicts = readFileSync('tests/corpora/hints/verdicts.jsonl', 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => verdictSchema.parse(JSON.parse(line)));
    const mostlyWrong = new Set(
      verdicts
        .filter(({ good, plain, wrong }) => good + plain + wrong >= 20 && wrong > good + plain)
        .map(({ hint, text }) => `${hint} ${text}`),
    );
    expect(mostlyWrong.size).toBeGreaterThan(0);
    expect(LINES.filter(({ hint, text }) => mostlyWrong.has(`${hint} ${text}`))).toEqual([]);
  });

  it('asks only in the explore lines, and for leave', () => {
    const asking = LINES.filter(
      (line) => line.hint !== 'explore' && line.stage !== 'advice' && line.text.includes('?'),
    );
    expect(asking.map((line) => line.text)).toEqual([]);
  });

  it('gives advice and information only in lines that wait for their stage', () => {
    const early = LINES.filter(
      (line) => /^(?:advice|information)/u.test(line.technique) && line.stage !== 'advice',
    );
    expect(early).toEqual([]);
  });
});
