import { describe, expect, it } from 'vitest';
import { client, hintsFor, shown, supporter } from './hint-corpus';

/** All that is said to one message. */
const said = (text: string): string => shown(client(text));

describe('words of loss in another sense', () => {
  it.each([
    ['a thing handed over is no death', 'my dad passed me the salt and said nothing', /sorry|losing|grie/iu],
    ['somebody out of sight is not dead', 'i lost my mum in tesco for twenty minutes', /sorry|losing|grie/iu],
    ['a death that was only feared has not happened', 'i thought my dad died', /sorry|losing|grie/iu],
    ['time that is given is no prognosis', 'they gave me six months to find a flat', /sorry|brave|ground/iu],
    ['hair is dyed', 'my boyfriend is dying his hair', /sorry|losing|so ill/iu],
    [
      'what is left for somebody is no parting',
      'she left me a note about the bins',
      /ending|find your feet/iu,
    ],
    ['school breaks up for the summer', 'we broke up for the summer', /ending|find your feet|painful/iu],
    [
      'somebody else’s parents are not theirs',
      'my boyfriends parents are splitting up',
      /own parents|at home/iu,
    ],
    ['what was missed is not longed for', 'i missed my tablet this morning', /you miss|missing/iu],
    ['a bike thief broke nobody’s trust', 'someone stole my bike', /trust|found out/iu],
    [
      'an unlocked door is no choice in life',
      'im not sure if i locked the door',
      /both ways|decide|two minds/iu,
    ],
    ['a good wish is no longing', 'wish me luck driving test tomorrow', /want that|different for you/iu],
  ])('%s', (_what, text, never) => {
    expect(said(text)).not.toMatch(never);
  });
});

describe('loss in plain words', () => {
  it.each([
    [
      'a friend who has grown distant',
      'me and my best mate used to talk every day',
      /close|friendship|best mate/iu,
    ],
    ['a marriage that ended', 'my husband walked out on us', /ending|find your feet|walked out/iu],
    ['a parting by text', 'so my bf of 4 yrs broke up w me over text', /find your feet|over text|broke up/iu],
    ['a month cut short', 'my nan passed in feb and today i went to ring her', /sorry|your nan/iu],
    ['a dog with a name', 'our dog Biscuit had to be put to sleep on friday', /sorry/iu],
    ['a wife, by the season', 'my wife passed in the spring', /sorry|your wife/iu],
    ['a colleague who died', 'my colleague died last week', /sorry/iu],
    ['parents who part', 'my mum and dad have separated', /parents|at home|hold them together/iu],
  ])('is answered as what it is: %s', (_what, text, some) => {
    expect(said(text)).toMatch(some);
  });
});

describe('a fond memory of somebody who died', () => {
  it('is no hurt, whatever they used to say', () => {
    const hints = shown(
      client('my wife passed away in 2021. the evenings are very long'),
      supporter('What were evenings like before?'),
      client(
        'She was always scolding me for something. I used to complain about it! Now I would give anything for one good scolding',
        'c2',
      ),
    );
    expect(hints).not.toMatch(/hurtful|treated better/iu);
  });
});

describe('tears of others after a coming out', () => {
  it('do not come before it', () => {
    const [first] = hintsFor([
      client('told my parents im trans on saturday. mum cried, dad went out and mowed the lawn'),
    ]).hints.filter(({ kind }) => kind === 'empathise');
    expect(first?.text).not.toMatch(/for your mum|so upset/iu);
  });
});

describe('words for a death that are said of the living', () => {
  it.each([
    'i had to put Ellie to sleep three times last night',
    'had to put Noah down for his nap on saturday and missed the call',
    'we finally had her put down for nursery',
    'my friend jan passed her driving test',
  ])('bring no condolence: %s', (text) => {
    expect(shown(client(text))).not.toMatch(/sorry|loss|grie|remember/iu);
  });
});
