import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_NAMES, CODES } from '@/utils/analysis/codes/code';
import { adviceLikelihood, codeClauses, codeMessage, mainFamily } from '@/utils/analysis/codes/code-message';
import { parseCodeModel, writeCodeModel } from '@/utils/analysis/codes/code-model';
import { WeightsError } from '@/utils/analysis/emotion/weights';

const bytes = new Uint8Array(readFileSync('public/models/codes.bin'));
const model = parseCodeModel(bytes);
const codes = (text: string, client?: string) =>
  codeMessage(text, client === undefined ? {} : { client }, model).map(({ code }) => code);

describe('coding a supporter message', () => {
  it.each([
    ['What has that been like for you?', 'open-question'],
    ['how r u coping with all that', 'open-question'],
    ['Did she ever say sorry?', 'closed-question'],
    ['It sounds like you feel shut out by your own family.', 'complex-reflection'],
    ['So you have been off work since May.', 'simple-reflection'],
    ['You should call your landlord and complain.', 'advice'],
    ['have u tried going to bed earlier', 'advice'],
    ['Would it help if I shared an idea?', 'advice-with-permission'],
    ['When I was at school I went through something like that.', 'self-disclosure'],
    ['Are you thinking about ending your life?', 'safety-check'],
    ['Panic attacks usually pass within ten minutes.', 'information'],
    ['Lots of people feel lost in their first year.', 'normalising'],
    ['It took courage to tell me that.', 'affirmation'],
    ['It is up to you what you want to share.', 'emphasising-autonomy'],
    ['You are overreacting, others have it worse.', 'confronting'],
    ['Hi there!', 'other'],
  ] as const)('%s: %s', (text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  it('finds several acts in one message, each with its place', () => {
    const text = 'That sounds exhausting. You should take a day off! What does your boss say?';
    const spans = codeMessage(text, {}, model);
    expect(spans.map(({ code, start, end }) => [code, text.slice(start, end)])).toEqual([
      ['complex-reflection', 'That sounds exhausting.'],
      ['advice', 'You should take a day off!'],
      ['open-question', 'What does your boss say?'],
    ]);
  });

  it('counts saying back the very same words as a simple reflection', () => {
    const said = 'You feel like nobody at school notices you.';
    expect(codes(said, 'I feel like nobody at school notices me')).toEqual(['simple-reflection']);
  });

  it('works by its rules when there is no model', () => {
    expect(codeMessage('How did that feel?').map(({ code }) => code)).toEqual(['open-question']);
    expect(codeMessage('You should tell him.').map(({ code }) => code)).toEqual(['advice']);
  });

  it.each([
    'Are you thinking of ending your life?',
    'Are you thinking of killing yourself?',
    'Did you take anything, an overdose?',
    'Is that you saying you want to die?',
    'Are you safe right now?',
    'Is anyone hurting you at home?',
  ])('hears a question about safety, with and without the model: %s', (text) => {
    expect(codeMessage(text).map(({ code }) => code)).toContain('safety-check');
    expect(codeMessage(text, {}, model).map(({ code }) => code)).toContain('safety-check');
  });

  it('has nothing to say about an empty message', () => {
    expect(codeMessage('', {}, model)).toEqual([]);
    expect(codeMessage('  \n ', {}, model)).toEqual([]);
    expect(mainFamily([])).toBe('other');
    expect(adviceLikelihood([])).toBe(0);
  });

  it('tells what a message mainly does and how much it advises', () => {
    const advice = codeClauses('Ok. You could ask your teacher for more time and then make a plan.', model);
    const question = codeClauses('Ok. What did your teacher say about it?', model);
    expect(mainFamily(advice)).toBe('input');
    expect(mainFamily(question)).toBe('question');
    const retold = 'You felt that nobody in the whole team took your side when it counted. Is that right?';
    expect(mainFamily(codeClauses(retold, model))).toBe('reflection');
    expect(adviceLikelihood(advice)).toBeGreaterThan(0.6);
    expect(adviceLikelihood(question)).toBeLessThan(0.2);
  });

  it('gives known codes, in order and inside the text, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        let at = 0;
        for (const { code, start, end } of codeMessage(text, {}, model)) {
          expect(CODES).toContain(code);
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('takes time in proportion to the text', () => {
    const time = (size: number) => {
      const text = 'You should talk to your mum about it, what do you think? '.repeat(size);
      let best = Infinity;
      for (let i = 0; i < 5; i += 1) {
        const from = performance.now();
        codeMessage(text, {}, model);
        best = Math.min(best, performance.now() - from);
      }
      return best;
    };
    time(20);
    expect(time(800) / time(200)).toBeLessThan(12);
  });

  it('names every code for people', () => {
    expect(Object.keys(CODE_NAMES).sort()).toEqual([...CODES].sort());
  });
});

describe('the code model file', () => {
  it('comes back as it was written', () => {
    expect(parseCodeModel(writeCodeModel(model))).toEqual(model);
  });

  it.each([
    ['empty', new Uint8Array()],
    ['of another kind', new Uint8Array(100)],
    ['cut short', bytes.slice(0, bytes.length - 5)],
    ['damaged', bytes.map((byte, i) => (i === 5_000 ? byte ^ 1 : byte))],
  ])('that is %s is refused with a clear error', (_, broken) => {
    expect(() => parseCodeModel(broken)).toThrow(WeightsError);
  });
});
