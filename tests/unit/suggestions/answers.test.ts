import { describe, expect, it } from 'vitest';
import { client, hintsFor, supporter } from './hint-corpus';
import type { Message } from '@/utils/conversation/message';

/** All that is said over three rounds, as one text. */
const shown = (...messages: Message[]): string =>
  [0, 1, 2]
    .flatMap((round) => hintsFor(messages, { round }).hints)
    .map((hint) => hint.text)
    .join(' | ');
const first = (...messages: Message[]): string =>
  hintsFor(messages)
    .hints.map((hint) => hint.text)
    .join(' | ');

describe('an answer to what the supporter asked', () => {
  it('is heard in what follows its "But"', () => {
    const texts = shown(
      client('I feel silly writing in'),
      supporter("It's not silly. What's been going on?"),
      client(
        "Well, I retired in June and I thought I'd love it. But most days I don't speak to anybody apart from the lady in the shop.",
        'c2',
      ),
    );
    expect(texts).toMatch(/you don't speak to anybody/iu);
    expect(texts).not.toMatch(/love it/iu);
  });

  it('is heard in how they felt before what led to it', () => {
    expect(
      first(
        client('my manager had a go at me'),
        supporter('What happened?'),
        client(
          'She read my report out to the whole room. She could have taken me aside. I felt about two inches tall.',
          'c2',
        ),
      ),
    ).toMatch(/you felt about two inches tall/iu);
  });

  it.each([
    "What's it like for you when you're there?",
    'How does it land with you when they say that?',
    'How have the days been since then?',
  ])('is not asked for again after "%s"', (question) => {
    expect(
      shown(
        client('my mum has turned my room into an office'),
        supporter(question),
        client('i knock before i go in the kitchen', 'c2'),
      ),
    ).not.toMatch(/how are you feeling about it|what's (?:it|that)(?: been)? like/iu);
  });
});

describe('lines that presume', () => {
  it('an interview to come is no success', () => {
    expect(shown(client("I've got a job interview tomorrow and I feel sick"))).not.toMatch(
      /able to say|How did you do it|pleased/u,
    );
  });

  it('going over what one should have said is no guilt', () => {
    expect(shown(client('I spend the whole evening rehearsing what I should have said'))).not.toMatch(
      /on yourself|looking back|hard on yourself/u,
    );
  });

  it('a match that is missed is nobody who is missed', () => {
    expect(
      shown(client('im working every saturday till xmas which means i miss my lads football')),
    ).not.toMatch(/missing your lads/u);
  });

  it('two who broke up have not one who was left', () => {
    expect(shown(client('me n my bf broke up last night'))).not.toMatch(/the one left/u);
  });

  it('tears in a good way are glad ones, and coming out is not presumed to be hard', () => {
    expect(
      shown(
        client('i told my mum i was bi last night'),
        supporter('That took courage. How did it go?'),
        client("she hugged me. i've been crying all day but like in a good way", 'c2'),
      ),
    ).not.toMatch(/too much|find this hard/u);
  });

  it('a small problem is not called small back', () => {
    expect(
      shown(client('not sure this is the right place, my problem is quite small compared to others')),
    ).not.toMatch(/is quite small/u);
  });
});
