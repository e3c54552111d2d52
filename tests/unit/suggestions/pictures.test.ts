import { describe, expect, it } from 'vitest';
import { client, hintsFor, shown, supporter } from './hint-corpus';

const LAST_PICTURE = client('like a sofa going to prom', 'c2');

describe('a picture that the client gives', () => {
  it.each([
    ['like coke left open. still coke, just no bubbles', '‘Like coke left open.’'],
    ['like carrying a cake through a crowd', '‘Like carrying a cake through a crowd.’'],
    ["it's like wading through porridge", "‘It's like wading through porridge.’"],
    ['since friday ive been like a balloon four days after the party', 'balloon four days after the party.’'],
    [
      'honestly my head is like a browser with 40 tabs open',
      '‘My head is like a browser with 40 tabs open.’',
    ],
  ])('is quoted in their own words: %s', (text, quote) => {
    expect(shown(client(text))).toContain(quote);
  });

  it('is quoted as the answer to a question, with all its words as evidence', () => {
    const messages = [
      client('got a wedding in june and the dress hates me'),
      supporter("What's it like when you put it on?"),
      LAST_PICTURE,
    ];
    const hint = hintsFor(messages).hints.find(({ text }) => text.includes('sofa'));
    expect(hint?.because).toMatchObject({ id: 'c2', text: LAST_PICTURE.text });
  });

  it.each([
    'like just tell me why, i could deal with it',
    'like they all got boyfriends at once',
    'i felt like an idiot in front of them',
    'i feel like a terrible person',
    'it felt like the right time',
    'it looks like a lot of work',
    'i would like a quiet evening for once',
    'he said i looked like a nice girl',
  ])('is not seen in a manner of speaking, nor in a hard word for oneself: %s', (text) => {
    expect(shown(client(text))).not.toMatch(/picture|finding words|really see it/iu);
  });
});

describe('one remark of many', () => {
  const TOLD =
    'put the bins out and fed the cat before it got dark. rang my sister about the tickets for saturday. my neighbour waved at me today. then i watched telly till late';

  it('is not said back as if it were the point', () => {
    expect(shown(client(TOLD))).not.toMatch(
      /^So your|\| So your neighbour|Your neighbour waved at you\b.*\.$/u,
    );
  });
});

describe('what was said over several sentences', () => {
  it('stays the words of whoever said it', () => {
    expect(shown(client('I wrote back "Dear Karen. I am a wet towel. Regards"'))).not.toMatch(
      /you're a wet/iu,
    );
  });

  it('is not turned where somebody was told to do something', () => {
    expect(shown(client('my manager said leave it with me'))).not.toMatch(/leave it with you/iu);
  });
});

describe('words that look like slips of the keyboard', () => {
  it.each([
    ['im a student nurse and i cried in the linen cupboard today', /linen cupboard|^(?!.*line cupboard)/u],
    ['i cried in the garage so nobody would hear', /garage/u],
  ])('stay what they are: %s', (text, kept) => {
    const texts = shown(client(text));
    expect(texts).toMatch(kept);
    expect(texts).not.toMatch(/line cupboard|garbage/u);
  });
});
