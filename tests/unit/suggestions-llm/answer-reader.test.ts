import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { Message } from '@/utils/conversation/message';
import { AnswerReader, MAX_ANSWER } from '@/utils/suggestions/llm/answer-reader';
import { buildPrompt, type PromptInput } from '@/utils/suggestions/llm/build-prompt';
import type { Hint } from '@/utils/suggestions/hint';
import { redactorKnowing } from '../../support/redactors';

const MESSAGES: readonly Message[] = [
  { id: 'a', side: 'client', text: 'it’s like i’m a ghost in my own   house lol 👻' },
  { id: 'b', side: 'supporter', text: 'That sounds really lonely.' },
  { id: 'c', side: 'client', text: 'yeah. Tomasz would\u200b notice, maybe' },
];

const redactor = redactorKnowing('Tomasz');

function reader(change: Partial<PromptInput> = {}): AnswerReader {
  const prompt = buildPrompt({ messages: MESSAGES, redactor, nonce: 'n'.repeat(16), ...change });
  if (!prompt) throw new Error('expected a prompt');
  return new AnswerReader(prompt.map, redactor);
}

const HINTS = [
  {
    kind: 'explore',
    because: { id: 'm1', quote: 'a ghost in my own house' },
    technique: 'open question',
    text: 'What is it like, being a ghost in your own house?',
  },
  {
    kind: 'empathise',
    because: { id: 'm1', quote: "it's like I'm a ghost" },
    technique: 'complex reflection',
    text: 'As if you could vanish and no one would look up.',
  },
  {
    kind: 'support',
    because: { id: 'm3', quote: '[NAME_1] would notice' },
    technique: 'affirmation',
    text: 'You can still name one person, [NAME_1], who would see you.',
  },
];

const ANSWER = JSON.stringify({ hints: HINTS });

function read(answer: unknown, change: Partial<PromptInput> = {}): readonly Hint[] {
  const one = reader(change);
  one.push(typeof answer === 'string' ? answer : JSON.stringify({ hints: [answer] }));
  return one.hints;
}

function with_(change: object): unknown {
  return { ...HINTS[0], ...change };
}

describe('an answer that arrives in pieces', () => {
  it('gives the same hints however it is cut', () => {
    const whole = read(ANSWER);
    expect(whole).toHaveLength(3);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (sizes) => {
        const one = reader();
        let at = 0;
        for (let i = 0; at < ANSWER.length; i++) {
          const size = sizes[i % sizes.length] ?? 1;
          one.push(ANSWER.slice(at, at + size));
          at += size;
        }
        expect(one.hints).toEqual(whole);
        expect(one.end()).toBe('sound');
      }),
    );
  });

  it('never shows a hint before it is whole, and never takes one back', () => {
    const one = reader();
    let shown: readonly Hint[] = [];
    for (const character of ANSWER) {
      const more = one.push(character);
      expect(more).toBe(one.hints.length > shown.length);
      for (const hint of shown) expect(one.hints).toContainEqual(hint);
      shown = one.hints;
    }
    expect(shown.map(({ text }) => text)).toEqual([
      HINTS[0]?.text,
      HINTS[1]?.text,
      'You can still name one person, Tomasz, who would see you.',
    ]);
  });

  it('is in the order in which hints are drawn, in whatever order it came', () => {
    const mixed = JSON.stringify({ hints: [HINTS[2], HINTS[1], HINTS[0]] });
    expect(read(mixed).map(({ kind }) => kind)).toEqual(['explore', 'empathise', 'support']);
  });

  it('never fails on any text, and gives out nothing that breaks the contract', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '"',
        '\\',
        '```',
        '<think>',
        '</think>',
        ANSWER.slice(0, 150),
        ANSWER,
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (all) => {
        const one = reader();
        for (const text of all) one.push(text);
        for (const hint of one.hints) {
          const source = MESSAGES.find(({ id }) => id === hint.because.id);
          expect(source?.text.slice(hint.because.start, hint.because.end)).toBe(hint.because.text);
        }
        expect(['sound', 'unusable', 'unfinished']).toContain(one.end());
      }),
      { numRuns: 300 },
    );
  });

  it('is given up when it does not end', () => {
    const one = reader();
    expect(one.push('{"hints":[' + ' '.repeat(MAX_ANSWER))).toBe(false);
    expect(one.tooLong).toBe(true);
  });

  it('survives deep nesting and prototype keys', () => {
    const one = reader();
    one.push('{"a":'.repeat(5_000) + '1' + '}'.repeat(5_000));
    one.push('{"__proto__":{"kind":"explore"},"constructor":{"prototype":{"x":1}}}');
    expect(one.hints).toEqual([]);
    expect(({} as Record<string, unknown>).kind).toBeUndefined();
  });

  it.each([
    ['sound', ANSWER],
    ['sound', '{"hints":[]}'],
    ['unusable', '{"hints":[{"kind":"explore"}]}'],
    ['unusable', '{"answer":{"hints":[]}}'],
    ['unfinished', ANSWER.slice(0, 120)],
    ['unfinished', 'I would ask how they are.'],
    ['unfinished', '<think>{"hints":[]}'],
  ])('is told %s at its end: %s', (end, answer) => {
    const one = reader();
    one.push(answer);
    expect(one.end()).toBe(end);
  });
});

describe('the model’s own reading', () => {
  const reading = { quote: 'would notice, maybe', label: 'sadness', valence: -0.5, arousal: 0.1 };
  const readingOf = (change: object): AnswerReader['reading'] => {
    const one = reader();
    one.push(JSON.stringify({ hints: [], reading: { ...reading, ...change } }));
    return one.reading;
  };

  it('is a second opinion that says where it comes from and what it rests on', () => {
    expect(readingOf({})).toEqual({
      source: 'endpoint',
      label: 'sadness',
      valence: -0.5,
      arousal: 0.1,
      evidence: { start: 13, end: 33, text: 'would\u200b notice, maybe' },
    });
  });

  it('may say that it does not know', () => {
    expect(readingOf({ label: 'unclear', quote: '' })).toMatchObject({ label: 'unclear' });
  });

  it.each([
    ['a label that is none', { label: 'depressed' }],
    ['a value out of range', { valence: -7 }],
    ['words that nobody wrote', { quote: 'i hate him' }],
    ['words of another message', { quote: 'a ghost in my own' }],
    ['no words at all', { quote: '' }],
  ])('is dropped for %s', (_, change) => {
    expect(readingOf(change)).toBeNull();
  });
});

describe('a hint is dropped when', () => {
  it.each([
    ['its kind is unknown', { kind: 'advise' }],
    ['its technique is unknown', { technique: 'paradox' }],
    ['it gives advice before its time', { kind: 'support', technique: 'advice with permission' }],
    ['it has no text', { text: '   ' }],
    ['it has only unseen text', { text: '\u200b\u200b' }],
    ['it is a letter', { text: 'So heavy. '.repeat(40) }],
    ['it quotes a message that was not sent', { because: { id: 'm9', quote: 'ghost' } }],
    ['it quotes words that nobody wrote', { because: { id: 'm1', quote: 'i want to leave' } }],
    ['it quotes a piece of a word', { because: { id: 'm1', quote: 'host in my' } }],
    ['it quotes nothing', { because: { id: 'm1', quote: ' … ' } }],
    ['it quotes the supporter', { because: { id: 'm2', quote: 'really lonely' } }],
    ['it says what the supporter just said', { text: 'that sounds REALLY lonely' }],
    ['it holds a link', { text: 'Have a look at https://help.example/x' }],
    ['it holds a bare link', { text: 'Have a look at gethelp.org' }],
    ['it holds a picture', { text: 'Here ![x](y)' }],
    ['it holds markup', { text: 'Hello <img src=x>' }],
    ['it holds an address', { text: 'Write to me at a.b@c.example' }],
    ['it holds a number to call', { text: 'Call 0800 123 456 now' }],
    ['it holds a placeholder for nothing', { text: 'What would [NAME_4] say?' }],
  ])('%s', (_, change) => {
    expect(read(with_(change))).toEqual([]);
  });

  it('it comes second of its kind', () => {
    const two = JSON.stringify({ hints: [HINTS[0], with_({ text: 'And what else is there?' })] });
    expect(read(two).map(({ text }) => text)).toEqual([HINTS[0]?.text]);
  });

  it('it repeats another hint', () => {
    const two = JSON.stringify({ hints: [HINTS[0], with_({ kind: 'empathise' })] });
    expect(read(two)).toHaveLength(1);
  });

  it('it was seen before', () => {
    expect(read(HINTS[0], { seen: ['what is it like being a ghost in your own house'] })).toEqual([]);
  });
});

describe('a hint is kept', () => {
  it('with advice, once it is time', () => {
    const advice = with_({
      kind: 'support',
      technique: 'advice with permission',
      text: 'Would an idea help?',
    });
    expect(read(advice, { allowAdvice: true })).toHaveLength(1);
  });

  it('with a quote in other letters, marks and spaces, led back to what was written', () => {
    expect(read(HINTS[1])[0]?.because).toEqual({
      id: 'a',
      start: 0,
      end: 21,
      text: 'it’s like i’m a ghost',
    });
  });

  it('with a quote over a name and an unseen character', () => {
    expect(read(HINTS[2])[0]?.because).toEqual({
      id: 'c',
      start: 6,
      end: 26,
      text: 'Tomasz would\u200b notice',
    });
  });

  it('with marks in it that JSON has to escape', () => {
    const text = 'What does "fine" mean to you when you are at home?';
    expect(read(with_({ text, note: '} " { \\' }))[0]?.text).toBe(text);
  });

  it('without the quotation marks and line breaks around and in it', () => {
    const text = '“What is it like,\n being a ghost?”';
    expect(read(with_({ text }))[0]?.text).toBe('What is it like, being a ghost?');
  });
});
