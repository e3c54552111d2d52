import { describe, expect, it } from 'vitest';
import { framesOf } from '@/utils/suggestions/device/frames';
import { client, hintsFor, shown, supporter } from './hint-corpus';

/** How people talk on an ordinary chat site: they ask back, answer shortly, turn tips down, and think aloud. */
const after = (told: string, answer: string, reply: string) =>
  hintsFor([client(told, 'c1'), supporter(answer, 's1'), client(reply, 'c2')]);
const allSaid = (told: string, answer: string, reply: string): string =>
  shown(client(told, 'c1'), supporter(answer, 's1'), client(reply, 'c2'));
const kindsOf = (plain: string): string[] => framesOf(plain, plain, false).map(({ kind }) => kind);

describe('a question to the supporter', () => {
  it.each([
    ['my cat died last week', 'I lost my cat last year.', 'how long did it take before you felt ok?'],
    [
      'i keep failing my driving test',
      'It took me three goes.',
      'how many times did you try before it worked?',
    ],
    ['i want to stop smoking', 'I used to smoke as well.', 'How did you overcome it?'],
  ])('about their own life is met as one: %s', (told, answer, reply) => {
    const { hints } = after(told, answer, reply);
    expect(hints.map(({ kind }) => kind)).toEqual(['explore', 'empathise', 'support']);
    for (const { because, text } of hints) {
      expect(because.id).toBe('c2');
      expect(text).not.toMatch(/earlier you said|haven't forgotten/iu);
    }
  });

  it.each([
    ['i want to ask my boss for a raise', 'You could write it down first.', 'do you think that would work?'],
    ['i cannot sleep', 'Have you tried melatonin?', 'no, does that really help?'],
  ])('about what would work claims no knowledge: %s', (told, answer, reply) => {
    const { hints } = after(told, answer, reply);
    expect(hints.map(({ kind }) => kind)).toEqual(['explore', 'empathise', 'support']);
    expect(allSaid(told, answer, reply)).not.toMatch(/it (?:will|would|does) (?:work|help)|it works/iu);
  });

  it.each([
    [
      'they blame me for a mistake at work',
      'you could tell them it was not you, in writing',
      'good idea. do you think they can fire me for this?',
    ],
    [
      'i work late and nobody pays me for it',
      'Maybe talk to your union?',
      "that's a good idea, thanks. can they fire me for it?",
    ],
    ['i want another shift', 'You could ask him for it.', 'good idea but do you think he would listen?'],
  ])('about what others would do comes before what was granted, and claims no knowledge: %s', (...talk) => {
    const said = allSaid(...talk);
    expect(said).toMatch(/can't know|don't know|can't know beforehand|surer|weighing/iu);
    expect(said).not.toMatch(/sits right|try it|of some use/iu);
  });

  it('about right and wrong comes before the one word in front of it', () => {
    const said = allSaid('i said no to my mum', 'How did it feel?', 'bad. do you think i was wrong?');
    expect(said).not.toMatch(/‘Bad’/u);
    expect(said).toMatch(/judging yourself|doubting yourself|wonder|worth asking/u);
  });

  it('names no feeling of the client', () => {
    expect(allSaid('i need a jab', 'I had mine last week.', 'Does it hurt?')).not.toMatch(/you're feeling/iu);
  });

  it.each([
    'do you think my mum is dying',
    'do you think he will find me',
    'do you think my family will miss me',
    'do you think they would even notice',
    'do you think it would hurt',
    'do you think he will come after me',
    'he did it last night',
    'how does this actually work like who are you',
  ])('is not heard in: %s', (plain) => {
    expect(kindsOf(plain)).not.toContain('asks-view');
  });

  it.each(['i said have you got your cardigan', 'were they happy in bali', 'she asked did you go out'])(
    'about their life is not heard in: %s',
    (plain) => {
      expect(kindsOf(plain)).not.toContain('asks-yours');
    },
  );

  it.each(["i don't have any advice", 'nobody has any ideas', "i'm not asking for any advice"])(
    'for advice is not heard in: %s',
    (plain) => {
      expect(kindsOf(plain)).not.toContain('asks-advice');
    },
  );
});

describe('a tip', () => {
  it('that was tried is heard as a try', () => {
    const said = allSaid('my girlfriend left me', 'You could block her.', 'i tried that already');
    expect(said).toMatch(/try something|tried|down that road|looked for a way/iu);
  });

  it.each([
    "i've done it i've sent the application",
    'i did everything and dan did the font',
    'i did it with stencils',
  ])('is not heard in what was merely done: %s', (plain) => {
    expect(kindsOf(plain)).not.toContain('tried');
  });

  it.each([
    'that sounds like a bad idea',
    'it sounds like a terrible plan',
    'he said i could do it',
    'i know i can do it',
  ])('is not agreed to in: %s', (plain) => {
    expect(kindsOf(plain)).not.toContain('agree');
  });

  it('that sounds good is agreed to', () => {
    expect(kindsOf('this looks like a good idea')).toContain('agree');
    expect(kindsOf("i'll check it out")).toContain('agree');
  });
});

describe('after a question about safety', () => {
  it.each([
    ['Have you thought about killing yourself?', 'not yet'],
    ['Are you planning to end your life?', "i haven't yet"],
    ['Have you thought of suicide?', "tried that, didn't work"],
    ['Are you thinking of suicide?', 'do you think it would work?'],
    ['Do you mean ending your life?', 'yes, it sounds like a good plan'],
    ['Are you thinking of suicide?', 'i will do it'],
    ['Did you take the pills?', 'not yet'],
    ['Have you cut yourself today?', 'i tried that'],
    ['Has he hit you again?', 'yes exactly'],
  ])('no wording is offered for a short answer: %s — %s', (question, answer) => {
    expect(after('i feel so low', question, answer)).toEqual({ hints: [], reason: 'safety-asked' });
  });

  it('a longer answer is heard, and nothing in it agreed to or weighed up', () => {
    const { hints } = after(
      'i feel so low',
      'Are you thinking of suicide?',
      "that's true, when you put it like that I have been thinking about my nan and how much I miss her voice",
    );
    for (const { text } of hints) expect(text).not.toMatch(/sits right with you|of some use|appeals to you/u);
    expect(hints.length).toBeGreaterThan(0);
  });
});

describe('beside a thank-you', () => {
  it('what is told is heard', () => {
    const told = 'i teach second grade and i am worn out';
    const reply = "Thank you. It's especially hard having to do remote teaching with two kids.";
    const { hints } = after(told, 'That sounds tiring.', reply);
    expect(hints.some(({ kind }) => kind === 'explore')).toBe(true);
  });

  it.each([
    "thank you, it's hard to talk about this with people who know me",
    'thanks, its been hard since my mum moved away',
  ])('it is heard behind a comma too: %s', (reply) => {
    const { hints } = after('i feel lonely', 'That sounds lonely.', reply);
    expect(hints.some(({ kind }) => kind === 'explore')).toBe(true);
    expect(allSaid('i feel lonely', 'That sounds lonely.', reply)).not.toMatch(/you're welcome|glad to be/iu);
  });
});

describe('what is said back', () => {
  it.each([
    ["I really don't want to move back home with them", /you really don't want to/iu, /you're really don't/u],
    ['no i just stopped replying to all of them', /you just stopped replying/iu, /\bNo you just/u],
  ])('is English: %s', (text, right, wrong) => {
    expect(shown(client(text))).toMatch(right);
    expect(shown(client(text))).not.toMatch(wrong);
  });

  it('keeps its doubt, or stays unsaid', () => {
    expect(shown(client('like maybe i do talk about myself too much'))).not.toMatch(/\bdo talk about/iu);
  });
});

describe('small talk', () => {
  it.each(['not much you', "i'm ok you", 'good thanks and you', 'same here wbu'])(
    'is heard as a question back: %s',
    (plain) => {
      expect(kindsOf(plain)).toContain('asks-you');
    },
  );

  it('is answered in kind', () => {
    expect(allSaid('hi', 'Hello, how are you?', 'im fine, u?')).toMatch(/doing all right, thank you/u);
  });

  it.each(['a bit stressed', 'a bit of a mess', 'two minutes ago she rang'])(
    'does not hear a request to wait in: %s',
    (plain) => {
      expect(kindsOf(plain)).not.toContain('pause');
    },
  );

  it('hears a feeling that is said without a subject', () => {
    expect(allSaid('hi', 'How are you?', 'a bit stressed')).toMatch(/feeling a bit stressed/u);
  });
});

describe('half a sentence', () => {
  it.each([
    ['no, nothing like that. i get it but still', /get it but/iu],
    ["oh gosh I don't even remember. I used to swim", /gosh/iu],
    ['i know but its hard not to. everyone is engaged', /you know but/iu],
    ['I passed the exam in German, but for pharmacy they want more papers', /but for pharmacy\./iu],
    ['a car behind me honked and i just panicked', /you're just panicked/iu],
  ])('is not said back: %s', (reply, never) => {
    expect(allSaid('my week was bad', 'What went wrong?', reply)).not.toMatch(never);
  });
});
