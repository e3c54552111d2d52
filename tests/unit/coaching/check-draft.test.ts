import { describe, expect, it } from 'vitest';
import type { FlagId } from '@/utils/coaching/draft-rule';
import { check, flagIds, talk } from './talk';

const HOME = ['C: hi', 'S: Hello, what brings you here?', 'C: nobody ever listens to me at home'];
const UNHEARD = "You should just talk to your parents, they'll understand";

/** One conversation for each flag: a draft that carries it, and one that looks alike and is good. */
const PAIRS: readonly [FlagId, string[], string, string][] = [
  [
    'advice-too-early',
    ['C: my flatmates never wash up and i end up doing all of it'],
    'That sounds annoying. Maybe you could put up a rota and ask them to sign it.',
    'That sounds annoying. What happens in you when you see the sink?',
  ],
  [
    'you-should',
    HOME,
    'You need to sit them down and tell them straight.',
    "You need someone who hears you, and at home there isn't anyone.",
  ],
  [
    'minimising',
    ['C: my hamster died and i cant stop crying'],
    "It's only a hamster, it could be worse.",
    'Only a hamster, some people would say, and here you are crying. What was he like?',
  ],
  [
    'false-reassurance',
    ['C: they are deciding about my asylum claim on tuesday'],
    "Don't worry, everything will be fine.",
    "I wish I could tell you how it ends. I can't, and I can stay with you while you wait.",
  ],
  [
    'judging',
    ['C: i left my kids with my mum and went out all night'],
    'A good mother would never do that.',
    'You went out, and now something is gnawing at you. What is it?',
  ],
  [
    'question-pile-up',
    ['C: i moved out yesterday'],
    'Where did you go? Who helped you move? How did your mum take it? Are you working?',
    'You moved out. How was the first night?',
  ],
  [
    'closed-question-run',
    [
      'C: im sad',
      'S: Is it school?',
      'C: no',
      'S: Is it a friend?',
      'C: sort of',
      'S: Is it a boy?',
      'C: no',
    ],
    'Is it a girl in your class?',
    'Sort of a friend, and it makes you sad. Tell me about it the way you like.',
  ],
  [
    'leading-question',
    ['C: i didnt go to dads birthday'],
    "Don't you think he was hurt by that?",
    'What was it like to stay at home that day?',
  ],
  [
    'self-story',
    ['C: i got made redundant on friday'],
    'I got made redundant in 2019. I cried in the car park and then I went home and told my wife. We lived off her wages for a year and I learned to bake bread.',
    'I was made redundant once, and Mondays were the worst. How was this Monday for you?',
  ],
  [
    'secrecy-promise',
    ['C: can you keep a secret'],
    'Of course, I promise I will never tell anyone.',
    "I keep things private, unless I'm worried that somebody is in danger. Then I'd tell you first.",
  ],
  [
    'assumed-feeling',
    ['C: my ex has a new girlfriend. its fine'],
    "Deep down you're jealous of her.",
    'It might be fine, and it might be other things as well. How is it?',
  ],
  [
    'parroting',
    ['C: i go to work, come home and fall asleep on the sofa'],
    'You go to work, come home and fall asleep on the sofa.',
    "There's nothing left of the day for you.",
  ],
  [
    'too-long',
    ['C: hi', 'S: Hello, good to have you here.', 'C: not sure what to say'],
    'There is no right way to begin, and I am glad that you came. '.repeat(9),
    'There is no right way to begin, and I am glad that you came.',
  ],
  [
    'topic-jump',
    ['C: and then he told me he is moving out. tonight'],
    'Tonight, so sudden. Anyway, what music do you like?',
    'Tonight, so sudden. What is happening around you right now?',
  ],
  [
    'no-safety-question',
    ['C: i just want to die. i have had enough'],
    'That sounds so painful, you have carried this for a long time.',
    'That sounds so painful. Are you thinking of killing yourself?',
  ],
  [
    'blame',
    ['C: wow you are useless, you dont even read what i write'],
    "There's no need to be rude to me, I'm giving up my free time for you.",
    "You're right, I missed something, and I'm sorry. What did I get wrong?",
  ],
  [
    'cue-passed-over',
    ['C: the party was ok. i cried in the toilets, i felt so alone'],
    'Which club was the party at?',
    'Crying alone in there while everybody danced. What was going through you?',
  ],
];

describe('the draft check', () => {
  it.each(PAIRS)('%s: flags the one and leaves the other in peace', (id, lines, draft, good) => {
    expect(flagIds(lines, draft)).toEqual([id]);
    expect(flagIds(lines, good)).toEqual([]);
  });

  it('gives one kind, exact flag for advice put as an order before anybody listened', () => {
    const { flags } = check(HOME, UNHEARD);
    expect(flags.map(({ id }) => id)).toEqual(['you-should']);
    expect(flags[0]?.spans[0]?.text).toMatch(/^You should just talk to your parents/u);
    expect(flags[0]?.because).toContain('nobody ever listens to me at home');
    expect(flags[0]?.quote).toMatchObject({ messageId: 'm2', text: 'nobody ever listens to me at home' });
    expect(flags[0]?.direction).toContain('Say back what you heard first');
  });

  it('shows at most two flags, the weightiest first', () => {
    const draft =
      'Nobody will ever know, I promise. That was selfish of you. It could be worse. Everything will be fine. You must go to HR today.';
    const { flags } = check(['C: i stole from my boss'], draft);
    expect(flags.map(({ id }) => id)).toEqual(['secrecy-promise', 'judging']);
  });

  it('keeps a flag that was switched off silent, and shows what stood behind it', () => {
    const lines = ['C: my hamster died and i cant stop crying'];
    const draft = "It could be worse. Don't worry, everything will be fine.";
    expect(flagIds(lines, draft)).toContain('minimising');
    const off = new Set<FlagId>(['minimising']);
    expect(flagIds(lines, draft, { off })).toEqual(['false-reassurance']);
  });

  it('rests advice on balance: the same words are fine after much was heard, and never in an emergency', () => {
    const draft = 'Maybe you could put up a rota and ask them to sign it.';
    const lines = ['C: my flatmates never wash up'];
    const heard = { ...talk(lines, draft).balance, reflections: 3, openQuestions: 3 };
    expect(flagIds(lines, draft)).toEqual(['advice-too-early']);
    expect(flagIds(lines, draft, { balance: heard })).toEqual([]);
    expect(flagIds(lines, draft, { balance: { ...heard, advice: 3 } })).toEqual(['advice-too-early']);
    expect(flagIds(['C: any tips? my flatmates never wash up'], draft)).toEqual([]);
    expect(flagIds(['C: i took all the tablets'], 'Please call 999 now, and unlock the front door.')).toEqual(
      [],
    );
  });

  it('leaves alone what the client or somebody else said', () => {
    expect(
      flagIds(['C: everyone says it could be worse'], 'They say it could be worse, and it still hurts.'),
    ).toEqual([]);
    expect(flagIds(['C: mum says dont worry'], 'She tells you "don\'t worry", and you lie awake.')).toEqual(
      [],
    );
    expect(flagIds(['C: they think i should quit'], 'Everyone tells you that you should quit.')).toEqual([]);
  });

  it('does not ask for what an unfinished draft may still bring', () => {
    const lines = ['C: i just want to die. i have had enough'];
    expect(flagIds(lines, 'That sounds so')).toEqual([]);
    expect(flagIds(lines, 'That sounds so painful, and')).toEqual([]);
  });

  it('does not ask again about safety once it was asked, nor on a cue that is past', () => {
    const lines = [
      'C: i just want to die. i have had enough',
      'S: Are you thinking of killing yourself?',
      'C: no, never. i am worn out and i wanted to say it once',
    ];
    expect(flagIds(lines, 'Worn out, and for once you said it aloud.')).not.toContain('no-safety-question');
  });

  it('names no method in its sentence', () => {
    const { flags } = check(
      ['C: i have been cutting my wrists again with a razor'],
      'I am glad that you wrote to me tonight.',
    );
    expect(flags[0]?.id).toBe('no-safety-question');
    expect(flags[0]?.because).not.toMatch(/razor|wrist/iu);
  });

  it('says briefly what is good, or nothing', () => {
    const { flags, good } = check(
      ['C: i feel so lonely since she left'],
      'It sounds so lonely without her. What are the evenings like?',
    );
    expect(flags).toEqual([]);
    expect(good?.text.length).toBeLessThan(90);
    expect(check(['C: hi'], 'Hi there').good).toBeUndefined();
  });

  it('reads no other language, no emoji and no pasted transcript, and says so', () => {
    const lines = ['C: hello, how are you'];
    expect(
      check(lines, 'Das ist doch nicht so schlimm, du musst einfach mit deinen Eltern reden.').unread,
    ).toBe('language');
    expect(check(lines, '🙂🙂🙂').unread).toBe('empty');
    expect(check(lines, '   ').unread).toBe('empty');
    const pasted = Array.from({ length: 5 }, (_, i) => `[10:0${i}] Sam: you should just go`).join('\n');
    expect(check(lines, pasted)).toEqual({ flags: [], unread: 'transcript' });
  });

  it('reads a draft where nobody has written yet', () => {
    expect(flagIds([], 'Hello, I am glad that you are here. What is on your mind?')).toEqual([]);
  });
});
