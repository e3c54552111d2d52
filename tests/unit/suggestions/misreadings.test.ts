import { describe, expect, it } from 'vitest';
import { mayEcho } from '@/utils/suggestions/device/never-echo';
import { client, hintsFor, shown, supporter } from './hint-corpus';

/** All that is said to one message. */
const said = (text: string): string => shown(client(text));

describe('words that look like trouble', () => {
  it.each([
    ['thank you for not judging me', /hurt|all right that|stings/iu],
    ['thank you for not freaking out', /panic|your body/iu],
    ['nobody has just listened to me in ages', /nobody takes it in|not being seen/iu],
    ['my flatmate is a nightmare', /\bnights?\b|asleep|awake/iu],
    ['hes giving me the silent treatment', /the treatment/iu],
    ['cant wait to see my nan on saturday', /hard|heavy|not being able/iu],
    ['my grandpa left me his watch', /left to live with|hurt/iu],
    ['i cant go on the trip', /staying right here|hurts this much/iu],
    ['i dont want advice just listen', /would it help|clear way|ways to/iu],
    ['he keeps saying sorry but nothing changes', /too much for people|nothing to be sorry/iu],
    ['i said sorry and she shrugged', /too much for people|off your chest|nothing to be sorry/iu],
    ['i feel like shit', /shit|shirt/iu],
    ['maybe my mum. I could call her. thank you for not freaking out', /panic|your body|frighten/iu],
    ['do u ever get bored doing this lol', /feeling bored/iu],
    ['exactly that!! thats mad isnt it', /angry|anger/iu],
    ['i used to get panic attacks but not for three years', /when the panic comes|your body does/iu],
    ['been clean from weed for 40 days so i just stay in', /at the end of a day|helps for a while/iu],
    ['my best friends mum died and shes staying with us', /your mum|Losing|grieve/iu],
    ['My GP was kind but I came out with a leaflet', /being yourself|how people take it|who knows/iu],
    ['my daughter has stopped eating with us', /your own body|how you look/iu],
    ['i laughed at the funeral', /glad for you|lovely|relief/iu],
    ['My tutor is nice and everything, but the more time I have the less I do', /Your tutor is nice/u],
    [
      'whenever my dad gets home he shouts. they stop asking if im ok',
      /I got that wrong|coming here for help/iu,
    ],
  ])('%s', (text, wrong) => {
    expect(said(text)).not.toMatch(wrong);
  });
});

describe('a question behind a question', () => {
  it('begins with its verb, which the one before does not keep', () => {
    for (const text of [
      'i gave notice today. what should i do now, do i tell the others myself?',
      'i ate my lunch in the stairwell. what would you do, would you say something to him',
    ]) {
      const { hints } = hintsFor([client(text)]);
      expect(hints.length).toBeGreaterThan(0);
      for (const { because } of hints) expect(because.text).not.toMatch(/, (?:do|would)$/u);
    }
  });

  it.each(['my mum said, are you even trying', 'he was like, can you come over, and i went'])(
    'is not the client’s where somebody else asked it: %s',
    (text) => {
      expect(said(text)).not.toMatch(/makes you ask|thing to ask|asking me/iu);
    },
  );
});

describe('words that run together', () => {
  it.each([
    ["If my mum finds out I dropped out she's going to lose it", /You dropped out if/u],
    [
      'i found out from insta they all went alton towers. didnt even ask me',
      /didn't even ask you|didn't even ask\. /u,
    ],
    ['she always says at least i raised an honest one', /You raised an honest one/u],
    ['mum has her results framed in the hallway. framed!!', /You framed|framing\?/u],
    ['i just put ok. what else was i supposed to say', /you supposed/u],
    ['its not that i dont love my kids. i just miss being a person', /being a[?,. ](?!person)/u],
    ['I still wake at 3:10 every night', /3, 10/u],
    ['He brought his own mug. Left it on my draining board and said nothing', /drained/u],
    ['i feel so alone tonight', /sounds (?:really )?lonely/u],
    ['feeling good today and nobody to tell', /hard you're being/u],
    ['im not sad. im not being mean i just cant do it again', /mean you just/u],
    ['kayleigh went "oh didnt u see". see WHERE kayleigh', /oh didn't’/u],
    ['then it is 1am and i hate me', /you hate you/iu],
    ['my nan. but shes dads mum so i dunno if im allowed', /dads your/u],
    ['mate my lad is 15 and wont talk to me', /\bMate your lad/u],
    [
      'i am working here as domestic helper and i have nobody to talk',
      /as domestic helper|nobody to talk\./u,
    ],
  ])('are not said back: %s', (text, wrong) => {
    expect(said(text).replace(/‘[^‘’]*’/gu, '')).not.toMatch(wrong);
  });
});

describe('what makes one small', () => {
  it.each([
    "i'm probably being oversensitive. it's about work",
    'I know I was overreacting, but he left without a word',
    'maybe im being a bit dramatic. she just ignores me',
  ])('is not said back: %s', (text) => {
    expect(said(text)).not.toMatch(/sensitive|overreact|dramatic/iu);
  });
});

describe('what is better not said back', () => {
  it.each([
    [
      'English that is being learnt',
      'One aunty come down at 3. I not understand her Hokkien, she not understand my Nepali.',
      /not understand/iu,
    ],
    [
      'a verb that does not agree, in quotation marks',
      'He come every Sunday and he sit in my chair.',
      /‘[^’]*\bhe (?:come|sit)\b/iu,
    ],
    [
      'a harsh word for oneself',
      'i feel so jealous of her and its making me a horrible person',
      /horrible person/iu,
    ],
    [
      'a phrase that only ends the telling',
      'If they go, she lives there. That is about the size of it.',
      /size of it/iu,
    ],
  ])('%s', (_what, text, sting) => {
    expect(said(text)).not.toMatch(sting);
  });

  it.each([
    "i know she's not like that with him",
    'he is like my own brother',
    'i hate it not being fair at home',
    'i think being around people is hard',
    'i got told off for it not my sister',
  ])('is no ordinary English: %s', (plain) => {
    expect(mayEcho(plain)).toBe(true);
  });
});

describe('what is good', () => {
  it.each([
    "haven't had a cigarette in three weeks",
    'i finally handed in my notice and i feel ten years younger',
    'my boss praised me in front of everyone today',
    "the biopsy came back and it's nothing",
    'been sober 14 months',
    'my teacher said i could be a writer',
  ])('is met as good: %s', (text) => {
    expect(said(text)).toMatch(
      /glad|pleased|lovely|good|no small thing|relief|Well done|meant a lot|achievement|proud|worth pausing/u,
    );
    expect(said(text)).not.toMatch(/sounds hard|weighs on you|sorry|failing in you/u);
  });

  it('steps back behind the trouble that follows', () => {
    const texts = said('He proposed and I said yes and now I cant stop feeling sick');
    expect(texts).not.toMatch(/glad for you|lovely thing/u);
  });
});

describe('what the client says of themselves', () => {
  it.each([
    'i said yes because im an idiot',
    'im scared im a bad mum',
    "they don't want me because i'm black",
  ])('is not said back as a fact: %s', (text) => {
    expect(said(text)).not.toMatch(
      /you're an idiot|(?:^|\. |\| )You're a bad mum|told me that you're black/u,
    );
  });
});

describe('a call into the dark', () => {
  it.each([
    'Is there anybody there',
    'hello is anyone around?',
    'hey is this thing on',
    'anyone awake',
    'Is there someone I can talk to',
    'can anyone hear me',
  ])('is answered: %s', (text) => {
    const { hints } = hintsFor([client(text)]);
    expect(hints.map(({ kind }) => kind)).toEqual(['explore', 'empathise', 'support']);
    expect(hints.map((hint) => hint.text).join(' ')).toMatch(/I'm here|no hurry|start wherever|glad you/iu);
  });

  it('is no call where it answers or tells', () => {
    expect(said('someone to talk to')).not.toMatch(/begin|Start wherever/u);
    expect(said('nobody is there when i get home')).not.toMatch(/begin|Start wherever/u);
  });
});

describe('a question about what to do', () => {
  it.each([
    "Please how can I tell my father I don't want to do medicine again?",
    'how do i tell my dad i dont want to do medicine',
    'how does one make friends at 40',
    'sir please advise me',
  ])('is heard as one: %s', (text) => {
    expect(said(text)).toMatch(/think it through|isn't clear how|get this right/u);
  });

  it('is heard where they ask whether it is all right', () => {
    expect(hintsFor([client('is it ok to not want kids')]).hints.length).toBeGreaterThan(1);
  });

  it('is none where they say that they want none', () => {
    expect(said("i don't want advice, i just need to say it")).not.toMatch(
      /think it through|isn't clear how/u,
    );
  });
});

describe('small talk, goodbyes and questions to the supporter', () => {
  it('does not make a problem of an ordinary evening', () => {
    for (const text of [
      'i had pasta for dinner and watched a film',
      'its raining here again',
      'i work in a library',
    ])
      expect(said(text)).not.toMatch(/hard|weigh|struggle|lonely|live with|carry/iu);
  });

  it('lets somebody go who has to go', () => {
    for (const text of [
      'sorry gotta run, my shift starts in 5',
      "thanks i gotta go mum's calling me for dinner",
    ])
      for (const hint of hintsFor([client(text)]).hints) {
        expect(hint.text).not.toMatch(/\?/u);
        expect(hint.kind).toBe('support');
      }
  });

  it('promises no secrecy when asked who will know', () => {
    const texts = said('will you tell anyone what I said');
    expect(texts).toMatch(/what stays here and what doesn't|I'd have to pass on/u);
    expect(texts).not.toMatch(/won't tell|between us|secret/iu);
  });

  it('says straight that a peer is no therapist', () => {
    expect(said('are you a therapist or something')).toMatch(/not as a therapist/u);
  });

  it('keeps to the earlier question when the client only greets', () => {
    const { hints } = hintsFor([supporter('Hello, how was your day?'), client('hi', 'c2')]);
    for (const hint of hints) expect(hint.text).not.toMatch(/off your chest/u);
  });
});
