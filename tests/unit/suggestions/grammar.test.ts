import { describe, expect, it } from 'vitest';
import { LINES } from '@/utils/suggestions/device/lines';
import { screenHint } from '@/utils/suggestions/screen';
import { acceptHints } from '@/utils/suggestions/contract';
import { openingOf } from '@/utils/suggestions/select-distinct';
import { clientAskedForAdvice } from '@/utils/conversation/stage';
import { client, hintsFor, WRITTEN } from './hint-corpus';

const ROUNDS = [0, 1, 2];
const FIRST_PERSON =
  /(?:^|[^\p{L}])(I|I'm|I'd|I've|I'll|me|my|mine|myself|we|us|our|ours|we're|we've)(?![\p{L}'])/gu;
/** First-person words that the bank's own lines use: the supporter speaking. */
const SUPPORTERS = new Set(
  LINES.flatMap((line) => [...line.text.matchAll(FIRST_PERSON)].map((match) => match[1])),
);

const FAULTS: readonly (readonly [string, RegExp])[] = [
  [
    'you with a verb of the third person',
    /(?<!\b(?:of|to|for|with|about|from|like|at) )\byou (?:is|was|am|has|does|isn't|wasn't|hasn't|doesn't)\b/iu,
  ],
  ['your with a verb', /\byour (?:are|is|was|you)\b/iu],
  ['a small i', /(?:^|[^\p{L}'’])i(?:[^\p{L}]|$)/u],
  ['a doubled word', /\b(?!(?:that|had|you|her) )(\p{L}+) \1\b/iu],
  ['an open slot', /[{}]|undefined|null/u],
  ['a blank before a mark', / [,.?!]/u],
  ['marks in a row', /,,|\.\.|,\.|\?\.|\.\?/u],
  ['two questions', /\?.*\?/u],
  ['an article twice', /\b(?:a|an|the) (?:a|an|the|your|my)\b/iu],
  ['a before a vowel', /\ba (?:[aei])(?!u|ne\b)\p{L}+/iu],
  ['an exclamation', /!/u],
  ['markup, links or code', /[<>\\|`^~#*_=]|https?:|www\./u],
  ['a hidden character', /[\p{Cf}\p{Cc}]/u],
];

describe.each(WRITTEN.map((message) => [message.id, message.text, message] as const))(
  '%s: %s',
  (_id, text, message) => {
    const allowed = clientAskedForAdvice(text) !== null;
    for (const round of ROUNDS)
      it(`reads well and keeps the rules, round ${round}`, () => {
        const messages = [client(text, message.id)];
        const { hints, reason } = hintsFor(messages, { round });
        expect(hints.length === 0).toBe(reason !== undefined);
        expect(new Set(hints.map((hint) => hint.kind)).size).toBe(hints.length);
        expect(new Set(hints.map((hint) => openingOf(hint.text))).size).toBe(hints.length);
        expect(acceptHints(hints, messages, [], { adviceAllowed: allowed })).toEqual({ hints, dropped: [] });
        for (const hint of hints) {
          for (const [fault, pattern] of FAULTS)
            expect(pattern.test(hint.text) ? `${fault}: ${hint.text}` : 'sound').toBe('sound');
          expect(hint.text).toMatch(/^[\p{Lu}‘].*[.?]’?$/u);
          const words = hint.text.split(/\s+/u).length;
          expect(words).toBeGreaterThanOrEqual(4);
          expect(words).toBeLessThanOrEqual(28);
          expect(text.slice(hint.because.start, hint.because.end)).toBe(hint.because.text);
          expect(screenHint(hint, { adviceAllowed: allowed })).toEqual({ ok: true });
          // What stands in quotation marks is the client's own, in their own person.
          const leaked = [...hint.text.replace(/‘[^‘’]*’/gu, '').matchAll(FIRST_PERSON)]
            .map((match) => match[1])
            .filter((word) => !SUPPORTERS.has(word));
          expect(leaked).toEqual([]);
          expect((hint.text.match(/‘/gu) ?? []).length).toBe((hint.text.match(/‘[^‘’]*’/gu) ?? []).length);
        }
      });
  },
);

/** Where fewer than three hints, or none, is the better help: goodbyes, small talk, a word or two. */
const LITTLE_TO_ANSWER = ['untrusted', 'thin', 'closing', 'ordinary', 'to-the-supporter', 'thanks', 'short'];

it('finds something to say for nearly every message that says something', () => {
  const telling = WRITTEN.filter((message) => !LITTLE_TO_ANSWER.includes(message.theme));
  const full = telling.filter((message) => hintsFor([client(message.text, message.id)]).hints.length >= 2);
  expect(telling.length).toBeGreaterThan(450);
  expect(full.length / telling.length).toBeGreaterThan(0.95);
});
