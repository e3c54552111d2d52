import { describe, expect, it } from 'vitest';
import { client, shown } from './hint-corpus';

/** All that is said to one message. */
const said = (text: string): string => shown(client(text));

const HURT = /hurt|stings|deserve|silence|goes quiet|went quiet|not talking/iu;

describe('what passes between people', () => {
  it.each([
    ['my teacher told me i should apply for oxford', HURT],
    ['my granddaughter makes me feel young', HURT],
    ['nobody has laughed at me', HURT],
    ['they called me a taxi and waited with me', HURT],
    ["he hasn't spoken about it since the war", HURT],
    ["she won't answer the door to the nurse", HURT],
    ['no word from the hospital yet about the scan', HURT],
    ["my neighbours aren't speaking to each other", HURT],
    ["my cat ignores me unless there's food", HURT],
    ['the wind pushed me off my bike', HURT],
    ["my dog won't let me sleep in", /say in your own life|frustrating|to live with/iu],
    ['nobody knows how hard this job is', /keeping it to yourself|who hears it|that's a start/iu],
    ["we can't tell the twins apart", /keep(?:ing)? .* to yourself|who hears it/iu],
    ['my boss is racist to the new lad', /hurt by that|measure of you|wears you down/iu],
    ['i had enough to eat', /anger|infuriating|gets to you/iu],
    ["it's not fair on my sister if i move back in", /anger|infuriating|gets to you/iu],
    ['i came out of it feeling small', /who you are|to whom|being yourself/iu],
    ["i'm not like other girls", /who you are|to whom|being yourself/iu],
    ['i can tell my mum is worried', /turn to|talk to your mum|say to your mum/iu],
    ['my boss said i was too slow. i might ring my ex', /your ex to turn to|talking to your ex/iu],
    ['i never said that to her', /trusting me with it|big step|point of saying it/iu],
    ['do you care for someone too?', /somebody here means it|fair thing to ask/iu],
    ["i shouldn't complain, the food is lovely here", /allowed to matter|weighing it|judge it/iu],
  ])('is not taken for trouble between them: %s', (text, wrong) => {
    expect(said(text)).not.toMatch(wrong);
  });

  it.each([
    ["she hasn't answered one message since sunday", /silence|not talking|went quiet|not knowing/iu],
    ['my boss makes me feel useless', /hurt|stings|deserve|measure of you/iu],
    ['he told me to get over it', HURT],
    ['my manager had a go at me in front of the whole ward', HURT],
    ['me and my missus arent really talking at the moment', /silence|not talking|painful|hurt/iu],
    ['my teacher keeps misgendering me', /hurt|deserve|not a small thing/iu],
    [
      'my husband decides everything and never lets me see the bank',
      /say in your own life|frustrating|live/iu,
    ],
    ["my wife doesn't know about the loan", /your wife knew|telling your wife|tell your wife|who hears it/iu],
    [
      "you're the only person i've ever told",
      /trusting me with it|point of saying it|came and said it|on your own until now|let somebody in/iu,
    ],
    ['i know other people have it worse', /competition|cancel yours out|what others have to carry/iu],
    ['i came out to my parents at easter', /courage|your parents since|took something|who you are/iu],
  ])('is heard where it is meant: %s', (text, right) => {
    expect(said(text)).toMatch(right);
  });

  it('is not called a secret or a weight where somebody simply says who they are', () => {
    expect(said("i'm gay and my husband is away a lot")).not.toMatch(
      /lot to hold|on your own|afraid|hurry/iu,
    );
  });
});
