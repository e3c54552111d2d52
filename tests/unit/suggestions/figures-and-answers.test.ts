import { describe, expect, it } from 'vitest';
import type { Message } from '@/utils/conversation/message';
import { client, hintsFor, supporter } from './hint-corpus';

const said = (...messages: Message[]): string =>
  hintsFor(messages)
    .hints.map(({ text }) => text)
    .join(' ');

describe('a feeling word that names no feeling', () => {
  it.each([
    ["i've torn my calf and i cant run for six weeks", /torn/iu],
    ["i'm down to one shift a week", /low/iu],
    ["we're stuck in traffic on the ring road", /stuck\./iu],
    ["i'm hopeless at maths", /feeling hopeless/iu],
    ["as far as i'm concerned it was her idea", /concerned\.|worr/iu],
    ["i'm afraid i can't talk long tonight", /fear/iu],
    ["i'm boring. nobody wants to talk to me at parties", /bored/iu],
    ['dunno. pride', /proud/iu],
  ])('is not taken for one: %s', (text, wrong) => {
    expect(said(client(text))).not.toMatch(wrong);
  });

  it.each([
    ["i'm torn between the two of them", /torn/iu],
    ['been so down at the moment', /low|down/iu],
    ["i feel so stuck in this town and i'm hopeless", /stuck|hopeless/iu],
  ])('still counts where it is felt: %s', (text, right) => {
    expect(said(client(text))).toMatch(right);
  });
});

describe('what is told on the way', () => {
  it('is taken back by a "but": a brother who is no help is nobody to turn to', () => {
    expect(said(client("i could ask my brother but he's useless with that stuff"))).not.toMatch(
      /your brother to turn to|talk to your brother/u,
    );
  });

  it('does not stand before the passing over that the client came with', () => {
    const { hints } = hintsFor([
      client('my best mate is getting married and hes asked someone else to be best man'),
    ]);
    expect(hints.length).toBeGreaterThan(0);
    for (const { because } of hints) expect(because.text).toContain('best man');
  });

  it('keeps its number: two months are no "to"', () => {
    expect(said(client("we've got 2 months to get out"))).not.toMatch(/got to months/u);
  });

  it('is not hard when it never happens', () => {
    expect(said(client('they never let me down at that cafe'))).not.toMatch(/hard when/u);
    expect(said(client('we laughed so much i cried'))).not.toMatch(/hardest|painful/u);
  });

  it('is the client’s own loss, and not what others know of it', () => {
    expect(said(client("my wife doesn't know i lost my job"))).not.toMatch(/sorry that your wife/u);
  });
});

describe('tears after good news', () => {
  it('are no trouble, and the question beside them is answered', () => {
    const hints = said(
      client('i got into med school!!', 'c1'),
      supporter('Wow, congratulations!'),
      client('thanks. my parents cried. i just felt nothing, is that weird', 'c2'),
    );
    expect(hints).not.toMatch(/upset|for your parents/u);
    expect(hints).toMatch(/wonder|ask yourself|asked it|worth asking|human thing/u);
  });

  it('stay what they are without the news', () => {
    expect(said(client('my parents cried'))).toMatch(/your parents/u);
  });
});

describe('a short answer', () => {
  it('without a verb is listened to', () => {
    expect(
      said(
        client('im not sleeping', 'c1'),
        supporter('Who do you live with?'),
        client('my sister mostly', 'c2'),
      ),
    ).toBe('');
  });

  it('to a question about a feeling is not sent back to that feeling', () => {
    const hints = said(
      client('i feel low', 'c1'),
      supporter('Has it been like this for a while?'),
      client('pretty much', 'c2'),
    );
    expect(hints).not.toMatch(/earlier you said|pass over/iu);
  });
});

it('somebody who leaves feeling lighter is asked nothing more', () => {
  const { hints } = hintsFor([client('I have to go now. I feel a little lighter')]);
  expect(hints.map(({ kind }) => kind)).not.toContain('explore');
});
