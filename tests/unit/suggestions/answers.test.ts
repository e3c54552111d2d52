import { describe, expect, it } from 'vitest';
import { client, hintsFor, shown, supporter } from './hint-corpus';
import type { Message } from '@/utils/conversation/message';

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

describe('a sentence said back whole', () => {
  it('rests on all of its words, not only on the clause that stood out', () => {
    const told = 'mostly sundays. everyone has plans and i just scroll';
    const { hints } = hintsFor([client('im bored'), supporter('Is it like that a lot?'), client(told, 'c2')]);
    const whole = hints.find(
      ({ text }) => text.includes('everyone has plans') || text.includes('Everyone has plans'),
    );
    expect(whole?.because.text).toBe('everyone has plans and i just scroll');
  });
});

describe('good news with a "But" behind it', () => {
  it.each([
    "I passed my driving test! But I'm still nervous on motorways.",
    'I got the job!! But it means moving.',
  ])('is not passed over: %s', (text) => {
    expect(shown(client(text))).toMatch(
      /passed|job|get(?:ting)? (?:here|there)|proud|well done|pleased|glad for/iu,
    );
  });

  it('is not cheered where it only sweetens what follows', () => {
    expect(
      shown(
        client('My daughter has asked her stepfather to walk her down the aisle.'),
        supporter('What was that like to hear?'),
        client("She was kind about it, and he did do the school runs. But I'm her dad.", 'c2'),
      ),
    ).not.toMatch(/so happy for you|lovely thing|like to tell/u);
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
