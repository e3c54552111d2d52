import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSafetyModel } from '@/utils/analysis/safety/model/safety-model';
import { createSafetyFinder } from '@/utils/analysis/safety/safety-finder';

// With the second layer, as a supporter meets them: what asks for a look, and the everyday beside it, which must not.
const find = createSafetyFinder(parseSafetyModel(new Uint8Array(readFileSync('public/models/safety.bin'))));

const families: { what: string; fires: string[]; quiet: string[] }[] = [
  {
    what: 'somebody at the door',
    fires: ["someone is at the door and won't go away", 'there is a man at the door, he is shouting my name'],
    quiet: [
      "hang on, someone's at the door",
      'brb someone at the door',
      'my new car is on the drive',
      "he's in the garden with the kids",
    ],
  },
  {
    what: 'not to be saved',
    fires: ["don't save me", 'please do not revive me'],
    quiet: [
      "my best friend didn't save me a seat",
      "they didn't save me any cake",
      "don't expect me to understand my mum",
    ],
  },
  {
    what: 'skin that is hidden',
    fires: [
      "i can't go in the swimming pool because of my arms",
      "can't wear shorts, people would see my legs",
    ],
    quiet: ["I can't go to the beach, I burn and my eczema flares", "can't go swimming, I've got a cold"],
  },
  {
    what: 'a partner who follows',
    fires: ['my husband follows me everywhere and checks my phone', 'he follows me to work and back'],
    quiet: ['my husband follows me round the supermarket', 'she follows me on instagram'],
  },
  {
    what: 'only here because',
    fires: ["I'm only here because of my kids", "i'm only still here because of my cat"],
    quiet: ["I'm only here because my wife told me to try it"],
  },
  {
    what: 'giving a pet or things away',
    fires: [
      "I'm giving away my guitar and my books, I won't need them",
      'I gave away my cat so nobody has to deal with it',
    ],
    quiet: [
      "had to give away my cat, landlord doesn't allow pets",
      "we're downsizing so I'm giving away the furniture",
      'gave my seat away on the bus',
    ],
  },
  {
    what: 'to disappear',
    fires: ['I want to disappear', 'i want to disappear into the sea', 'I just want to disappear forever'],
    quiet: [
      'i want to disappear into my duvet',
      'I wanted to disappear into the floor when he read it out',
      'wish I could disappear to a beach for a week',
    ],
  },
  {
    what: 'being hit',
    fires: ['he hit me', 'he hit me at the bar', 'my mum hits me'],
    quiet: ['he hit on me at the bar', "it hit me that she's not coming back"],
  },
  {
    what: 'nobody would notice',
    fires: ['nobody would notice if I was gone', 'nobody would notice if I died'],
    quiet: ['nobody would notice if I skipped the Zoom', 'no one would notice if I wore my pyjamas'],
  },
  {
    what: 'harm by someone',
    fires: ['I was beaten by my uncle', 'I keep getting hit by her', 'i got punched by a guy outside'],
    quiet: [
      'he got hit by a car last year',
      'we were beaten by the other team',
      'the cat got kicked by a crab',
    ],
  },
  {
    what: 'what is not allowed',
    fires: ["I'm not allowed to see my friends", "i'm not allowed to leave the house"],
    quiet: ["I'm not allowed to eat gluten", "I'm not allowed to drive for six weeks after the operation"],
  },
  {
    what: 'reassuring',
    fires: ["don't worry, I'm not going to do anything", "before you ask, I'm not suicidal"],
    quiet: [
      "don't worry, nobody will mind",
      "don't worry about it, it's not important",
      'I would not do it to someone else',
    ],
  },
  {
    what: 'kicked out',
    fires: ['my dad kicked me out', "I've been kicked out and it's 2am"],
    quiet: ['he was kicked out of the band', 'they got kicked out of the cup'],
  },
  {
    what: 'a hand that is held',
    fires: ['he squeezed my hand so hard it went blue', 'my boyfriend grabbed my wrist'],
    quiet: [],
  },
  {
    what: 'hard everyday things',
    fires: [],
    quiet: [
      "We've just stopped IVF",
      "my son won't look at me",
      'my brothers drank at the funeral and I had to drive everyone home',
      'is there something wrong with me for not wanting kids',
      'my dad is dead and nobody told me for a week',
      "I'm scared to tell my mum I failed",
      'the garden hose is leaking again',
    ],
  },
  {
    what: 'how people begin and end a chat',
    fires: [],
    quiet: [
      "I'm not okay but thanks for asking",
      "I'm fine, just tired",
      'sorry, bit of a rubbish day',
      "thanks for asking, I'm not great",
      "i don't know where to start",
      'thanks for listening, I feel a bit better, bye for now',
      'sorry for dumping all this on you',
      'hi is anyone there',
    ],
  },
];

it.each(['my sister woke up. she squeezed my hand', 'he grabbed my hand and we ran for the bus'])(
  'a hand that is held is no more than a reason to ask: %s',
  (text) => {
    expect(find(text).every(({ strength }) => strength === 'check')).toBe(true);
  },
);

describe('cards that would be idle', () => {
  it.each(families.flatMap(({ what, quiet }) => quiet.map((text) => [what, text])))(
    'are not raised, %s: %s',
    (_, text) => {
      expect(find(text)).toEqual([]);
    },
  );

  it.each(families.flatMap(({ what, fires }) => fires.map((text) => [what, text])))(
    'do not take the others along, %s: %s',
    (_, text) => {
      expect(find(text).length).toBeGreaterThan(0);
    },
  );
});

describe('words of every day beside a danger', () => {
  it.each([
    'the tablets were on the table and I ate the lot',
    'after dinner I took my pills, I ate the lot',
    "he's following me around the house screaming",
  ])('take nothing from it: %s', (text) => {
    expect(find(text).some(({ strength }) => strength === 'explicit')).toBe(true);
  });
});
