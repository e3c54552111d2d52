import { describe, expect, it } from 'vitest';
import type { Message } from '@/utils/conversation/message';
import { LINES } from '@/utils/suggestions/device/lines';
import { client, hintsFor, supporter } from './hint-corpus';

/** The texts of the hints for a talk of three messages, joined: explore, empathise, support. */
const answered = (told: string, answer: string, turn: string): string =>
  said([client(told, 'c1'), supporter(answer), client(turn, 'c2')]);
const said = (messages: readonly Message[]): string =>
  hintsFor(messages)
    .hints.map(({ text }) => text)
    .join(' ');

describe('a clause that no frame knows', () => {
  it('is never quoted with a stock tail', () => {
    const plain = LINES.filter((line) => line.for.includes('told') && /\{quoted\}/iu.test(line.text));
    for (const { text } of plain)
      expect(text).not.toMatch(/stood out|stayed with me|those few words|taking that in|you wrote/iu);
  });

  it('is called hard only where something in it says how it sounds', () => {
    expect(said([client('i ask whats wrong too much')])).not.toMatch(/that sounds|overwhelming/iu);
    expect(said([client("My daughter has told me she doesn't want me at the wedding.")])).toMatch(
      /painful|hurtful/u,
    );
  });

  it('is not read out before a question about it', () => {
    expect(said([client("my cat sleeps in my ex's hoodie")])).not.toMatch(/hoodie\. (?:What|How)/u);
  });

  it('that hangs on an "if" is not something that happened', () => {
    expect(said([client('tried. he said maybe if i smiled more')])).not.toMatch(
      /at that moment|you smiled/iu,
    );
  });

  it('that wishes for something is asked what it would mean', () => {
    const { hints } = hintsFor([client('i just wanted my mum to see me in something')]);
    expect(hints.map(({ text }) => text).join(' ')).not.toMatch(/what was that like/iu);
  });
});

describe('talk about the talk', () => {
  it.each([
    [
      'why does every single one of you say that sounds really hard',
      "That's fair. I'm sorry.",
      'just talk to me normally for once',
    ],
    [
      "you're the fourth person they've put me through to",
      "I'm sorry.",
      'so i have to explain it all again do i',
    ],
    ['you lot always do the same thing. repeat it back and wait', "I'm sorry.", 'see there it is again'],
    ["you said you'd be here at 8", "I'm sorry I was late. I'm here now.", 'ok well i nearly didnt wait'],
  ])('%s … %s', (told, answer, turn) => {
    const hints = answered(told, answer, turn);
    expect(hints).toMatch(/sorry|fair|blame you|frustrating/iu);
    expect(hints).not.toMatch(/‘|hardest|thank you for telling me\./iu);
  });

  it.each(["you're the third person i've told this to tonight", 'are you going to tell me to try yoga'])(
    'is heard at once: %s',
    (text) => {
      expect(hintsFor([client(text)]).hints).toHaveLength(3);
      expect(said([client(text)])).not.toMatch(/‘|hardest/u);
    },
  );
});

describe('news of two sides', () => {
  it.each([
    [
      'passed my viva!!! dr me now',
      'Congratulations, doctor!',
      'i rang my dad and he said "so when are you getting a job" lol',
    ],
    [
      'he came home!!! the cat!!!',
      "Oh that's wonderful!",
      "he's so skinny but he's on my lap right now and i cant stop crying",
    ],
    ['I got into med school', 'Congratulations!', 'i screamed then i sat on the stairs and felt nothing'],
  ])('is neither cheered at nor mourned: %s', (told, answer, turn) => {
    expect(answered(told, answer, turn)).not.toMatch(
      /joy|lovely|enjoy|hard|tears|sorry|what a moment|isn't easy/iu,
    );
  });

  it('knows glad tears by what is said of them', () => {
    const hints = said([client('my mum cried. like happy cried. shes never done that about me before')]);
    expect(hints).not.toMatch(/so upset|hard for you|find the right words/iu);
  });

  it('does not cheer at kind words of somebody who forgets', () => {
    const hints = said([
      client("My wife has early onset Alzheimer's. Yesterday she thanked me for being such a kind nurse."),
    ]);
    expect(hints).not.toMatch(/pleased for you|what a moment|so happy|so glad/iu);
  });
});

describe('feelings', () => {
  it('of two moods side by side are both heard', () => {
    const hints = said([client("I hear him laughing at his screen at night and I'm glad and I'm furious.")]);
    expect(hints).toMatch(/both|two/iu);
  });

  it('that had been are not what is felt now', () => {
    const hints = said([
      client("he said cool. and i just burst out laughing. i'd been dreading it for a year"),
    ]);
    expect(hints).not.toMatch(/dread/iu);
  });
});

describe('few words', () => {
  it.each(['idk what to put', 'nvm its stupid', 'forget it', 'whatever'])(
    'ask for nothing back: %s',
    (text) => {
      expect(said([client(text)])).not.toMatch(/what's behind|hardest|how do you feel|at the moment/iu);
    },
  );
});

describe('what must not be missed', () => {
  it('is a death that is dated in other words, and it ends the care that went before', () => {
    const hints = said([client('been a carer for mum 6 years, she passed in june. dont know what to do')]);
    expect(hints).toMatch(/sorry|grief|los(?:s|ing)/iu);
    expect(hints).not.toMatch(/look after|need a break/iu);
  });

  it('is a "but" behind good news', () => {
    expect(said([client('she said yes but then went quiet for 3 days')])).not.toMatch(
      /(?:happy|pleased) for you|meant to you/iu,
    );
  });

  it('is that nobody listens, however "you\'re" is spelt', () => {
    expect(said([client('your not even listening are you')])).toMatch(/sorry|wrong/iu);
  });

  it('is that the thing was told just now', () => {
    const hints = said([client('im 71 and i have never told anyone this. i am gay')]);
    expect(hints).not.toMatch(/easier to say|You(?:'|’)re gay/iu);
  });

  it('is a name that people call somebody', () => {
    expect(said([client('everyone at school calls me the vape girl now')])).toMatch(
      /hurt|deserves that|better than that/iu,
    );
  });

  it('is a death behind a question of what is normal', () => {
    const hints = said([client('can you tell me if its normal to still be angry at him, he died in 2019')]);
    expect(hints).toMatch(/sorry|grief|los(?:s|ing)|miss/iu);
  });

  it('is that what they think of others is no fact', () => {
    expect(said([client('everyone is cleverer than me')])).not.toMatch(/cleverer than you/iu);
    expect(said([client('i keep thinking everyone hates me')])).not.toMatch(/treated better/iu);
  });
});
