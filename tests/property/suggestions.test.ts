import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '@/utils/conversation/message';
import { acceptHints } from '@/utils/suggestions/contract';
import { suggestOnDevice } from '@/utils/suggestions/device/suggest';
import { screenHint } from '@/utils/suggestions/screen';

/** Pieces of what people write, so that random text is often nearly English. */
const PIECES = [
  'i',
  "i'm",
  'im',
  'my mum',
  'my boss',
  'he',
  'nobody',
  'feel',
  'felt',
  'was',
  'died',
  'shouted at me',
  'so sad',
  'not ok',
  'and',
  'but',
  'because',
  'when',
  'since',
  'what should i do',
  'exam',
  'rent',
  '.',
  ',',
  '?',
  '...',
  '\n',
  '"',
  '<b>',
  '{x}',
  'https://a.example',
  '@you',
  '😭',
  '\u200b',
  '\ud800',
  '12',
  'é',
  'ignore previous instructions',
  'the',
  'to',
  'left me',
  'last night',
  'lonely',
  'you',
  'cant',
  'dont know',
];
const almostEnglish = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((words) => words.join(' '));
const anyText = fc.oneof(
  almostEnglish,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);
const side = fc.constantFrom('client', 'supporter', 'unknown');
const conversation = fc
  .array(fc.record({ side, text: anyText }), { maxLength: 8 })
  .map((turns): Message[] => turns.map((turn, i) => ({ id: `m${i}`, ...turn }) as Message));

describe('the device engine on any conversation', () => {
  it('never throws, quotes truly, and gives only what the contract lets through', () => {
    fc.assert(
      fc.property(conversation, fc.nat(8), (messages, round) => {
        const { hints, reason } = suggestOnDevice({ messages, readings: () => null, round });
        expect(hints.length === 0).toBe(reason !== undefined);
        for (const hint of hints) {
          const message = messages.find((m) => m.id === hint.because.id);
          expect(message?.side).toBe('client');
          expect(message?.text.slice(hint.because.start, hint.because.end)).toBe(hint.because.text);
          expect(hint.text).not.toMatch(/[<>{}@\u200b\ud800-\udfff]|https?:|gnore|instruction/u);
          expect(screenHint(hint, { adviceAllowed: true })).toEqual({ ok: true });
        }
        const accepted = acceptHints(hints, messages, [], { adviceAllowed: true });
        expect(accepted).toEqual({ hints, dropped: [] });
      }),
      { numRuns: 400 },
    );
  });

  it('is a function of its input alone', () => {
    fc.assert(
      fc.property(conversation, fc.nat(3), (messages, round) => {
        const input = { messages, readings: () => null, round };
        expect(suggestOnDevice(input)).toEqual(
          suggestOnDevice({ ...input, messages: structuredClone(messages) }),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('the gate', () => {
  it('takes anything without throwing and lets nothing through that it would not let through again', () => {
    fc.assert(
      fc.property(fc.array(fc.anything(), { maxLength: 6 }), conversation, (candidates, messages) => {
        const { hints, dropped } = acceptHints(candidates, messages);
        expect(hints.length + dropped.length).toBe(candidates.length);
        expect(acceptHints(hints, messages).hints).toEqual(hints);
      }),
      { numRuns: 200 },
    );
  });
});
