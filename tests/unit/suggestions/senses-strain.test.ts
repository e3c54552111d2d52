import { describe, expect, it } from 'vitest';
import { client, shown } from './hint-corpus';

/** All that is said to one message. */
const said = (text: string): string => shown(client(text));

describe('words of strain in another sense', () => {
  it.each([
    [
      'feeding the cat and minding her flat while she was in Spain',
      /look(?:s|ing)? out for you|exhausting/iu,
    ],
    ['he works as a carer', /can't be easy when|looking after/iu],
    ['i lost my job application and had to fill it in again', /a lot to lose|lose work|blow/iu],
    ['my dad got laid off last week', /How did they tell you|lose work|effort you put in/iu],
    ['bills are all paid for once', /strain|stressful|worr/iu],
    ['struggling to pay attention in class', /money|strain/iu],
    ['gave up my seat for an old lady', /thought of or tried|no easy answer|hard place/iu],
    ['the panic button at work got pressed', /frightening to go|your body|panic comes/iu],
    ['i cried at the end of the film', /tears|too much/iu],
    ['we should have a drink to celebrate', /honest about it|straight with me|before that/iu],
    ['worst case we get a taxi', /unsettling|what-ifs|fear/iu],
  ])('is not taken for trouble: %s', (text, wrong) => {
    expect(said(text)).not.toMatch(wrong);
  });
});

describe('what weighs on somebody', () => {
  it.each([
    ['im looking after my nan round the clock', /your nan|looking after/iu],
    [
      'They let me go on Friday after 22 years',
      /lose work|lose at once|blow|plan yet|told so far|tell you/iu,
    ],
    ['the leccy is on emergency and payday isnt for a week', /money|strain|stressful|live with/iu],
    ['thought i was having a heart attack, turns out it was nerves', /frighten|Glad you told|takes a lot/iu],
  ])('is answered for what it is: %s', (text, right) => {
    expect(said(text)).toMatch(right);
  });

  it('is not made out to be care when only an illness was named', () => {
    expect(said("my mum's got dementia")).not.toMatch(/look(?:ing)? after|need a break|with your mum at/iu);
  });
});
