import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadModels } from '@/scripts/models/load-models';
import { client, hintsFor, supporter } from './hint-corpus';

const models = loadModels().hintModels;
const to = (asked: string, reply: string) =>
  hintsFor([supporter(asked, 's1'), client(reply, 'c1')], { models }).hints;
const allSaid = (asked: string, reply: string): string =>
  [0, 1, 2]
    .flatMap((round) => hintsFor([supporter(asked, 's1'), client(reply, 'c1')], { models, round }).hints)
    .map(({ text }) => text)
    .join(' | ');

describe('a turn that only names what it is about', () => {
  it.each([
    ['Roommate problems', 'your roommate'],
    ['my ex', 'your ex'],
    ['just school i guess', 'school'],
    ['work stuff', 'work'],
    ['family issues', 'your family'],
    ['relationship stuff i guess', 'your relationship'],
    ['Im having some trouble with my roommate', 'your roommate'],
    ['problems with my mom', 'your mom'],
  ])('is asked about by its name: %s', (reply, name) => {
    const hints = to('hi, what brings you here today?', reply);
    expect(hints.map(({ kind }) => kind)).toEqual(['explore', 'empathise', 'support']);
    for (const { kind, text, because } of hints) {
      if (kind !== 'support') expect(text).toMatch(new RegExp(`\\b${name}\\b`, 'u'));
      expect(because).toMatchObject({ id: 'c1', start: 0, end: reply.length });
    }
  });

  it.each(['everything', 'just life', 'girl problems', 'stuff at home'])(
    'without a name that can be said is asked about openly, and nothing is made of it: %s',
    (reply) => {
      const said = allSaid("what's on your mind?", reply);
      expect(said).toMatch(/going on|start with|taking up/u);
      expect(said).not.toMatch(/\{|sad|worr|hurt|smile/iu);
    },
  );

  it('is a mere answer where the supporter asked for one', () => {
    expect(allSaid('Who do you live with?', 'my dad')).not.toMatch(/going on with your dad/u);
  });

  it.each([
    ['my dad died last week', "I'm so sorry. What's on your mind tonight?", 'my dad'],
    [
      'i had a fight with my roommate about the rent, she threw all of my stuff out',
      'Anything else on your mind?',
      'my roommate',
    ],
  ])('begins nothing where it was told before: %s', (told, asked, reply) => {
    const { hints } = hintsFor([client(told, 'c1'), supporter(asked, 's1'), client(reply, 'c2')], { models });
    expect(hints.map(({ text }) => text).join(' | ')).not.toMatch(/going on with|happening with/u);
  });

  it.each(['its my birthday', 'the funeral', 'my mum died', 'i lost my job', 'not school'])(
    'is told apart from what says more, or is better listened to: %s',
    (reply) => {
      expect(allSaid('hey, what brings you here?', reply)).not.toMatch(/been (?:going on|happening) with/u);
    },
  );

  it('may hold any characters, and is quoted as it stands', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 48, unit: 'grapheme' }),
        fc.constantFrom('school', 'my ex', ''),
        (wild, name) => {
          const text = `${wild}${name}`;
          for (const { because } of to('what brings you here?', text))
            expect(text.slice(because.start, because.end)).toBe(because.text);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('who is leaving', () => {
  it.each([
    ['Could you tell the teacher?', 'yeah i could. idk why i didnt think of that. ok i gotta go, thx'],
    ['Dads are like that.', 'lol ya. ok gonna try to sleep'],
    ["I'm a student.", "Oh cool. Well I won't keep you in case someone needs you more than me"],
    ['Maybe ask him?', 'maybe. anyway she is calling me so I have to go.'],
  ])('is asked nothing more, and seen off kindly: %s → %s', (asked, reply) => {
    const hints = to(asked, reply);
    expect(hints.map(({ kind }) => kind)).not.toContain('explore');
    expect(hints.find(({ kind }) => kind === 'support')?.text).toMatch(
      /talk|take care|come back|came|rest well/iu,
    );
  });

  it.each([
    "I think it's my age, nobody says it but you can tell when they see you.",
    'But maybe they have a beginner one',
    'i lose some and then i have a bad week and gain it all back',
    'i need to sleep and theyre up till 1 talking',
  ])('is not taken for one who says such words otherwise: %s', (reply) => {
    expect(allSaid('What happened?', reply)).not.toMatch(
      /take care|came and talked|rest well|good to talk/iu,
    );
  });
});

describe('a step that they would take', () => {
  it.each([
    [
      'Maybe explain it to your boss.',
      "I don't like to bring private things to work. But thank you for listening.",
    ],
    ['How are you?', "A little bit sad. It's the first Christmas that I will be alone."],
    [
      'It took me eight months.',
      'ok thats good to know at least. eight months sounds long but its better than never',
    ],
  ])('is not heard where none is told: %s → %s', (asked, reply) => {
    expect(allSaid(asked, reply)).not.toMatch(/what you want to try|open to trying|giving it a try/u);
  });
});

describe('an answer to how they are', () => {
  it.each([
    ['Hi. Not so good really, I lost my job last week.', /lost your job/u],
    ['not great, my girlfriend left me', /girlfriend left you|breakup|ended/iu],
    ['hi. not great to be honest, I got turned down for a promotion at work', /turned down/u],
  ])('does not hide why: %s', (reply, why) => {
    expect(allSaid('Hi there, thanks for coming. How are you today?', reply)).toMatch(why);
  });
});

describe('a question to the supporter about their own life', () => {
  it.each(['Have you got over it or do you still get nervous?', 'do you still get nervous?'])(
    'is met as one: %s',
    (reply) => {
      expect(allSaid('I used to be nervous too.', reply)).toMatch(/ask|know that it gets|somebody else/iu);
    },
  );
});
