import { describe, expect, it } from 'vitest';
import type { Message } from '@/utils/conversation/message';
import { learnVoice, writtenOut } from '@/utils/suggestions/style/voice';
import { client, hintsFor, supporter, WRITTEN } from './hint-corpus';

const says = (...texts: string[]): Message[] => texts.map((text, i) => supporter(text, `s${i}`));

describe('the supporter’s voice', () => {
  it('is not guessed from a few words', () => {
    expect(learnVoice([])).toBeNull();
    expect(learnVoice(says('Hi.', 'Oh no.', 'I see.'))).toBeNull();
  });

  it('knows how long they write and whether they shorten words', () => {
    const long = says(
      'I am so sorry to hear that, it is a lot to go through at once and on your own.',
      'That is a hard place to be, and I do not think anybody would find it easy at all.',
      'I am here, and there is no hurry; you can tell me as much of it as you like.',
    );
    expect(learnVoice(long)).toEqual({ words: 19, contracts: false });
    const short = says(
      "that's rough, i'm sorry",
      "don't rush, i'm here",
      'what happened then?',
      "it's ok to cry you know",
      'how was work today for you?',
      'i can stay a bit',
    );
    expect(learnVoice(short)).toEqual({ words: 5, contracts: true });
  });

  it('keeps hints nearer to the length that they write', () => {
    const short = says(
      'oh no, what happened?',
      'that sounds rough, im sorry',
      'how are you holding up?',
      'who else knows about it?',
      'do you want to say more?',
      'i am here if you need me',
    );
    const words = (before: Message[]) =>
      WRITTEN.slice(0, 60)
        .flatMap((m) =>
          hintsFor([...before, client(m.text, m.id)]).hints.map((hint) => hint.text.split(' ').length),
        )
        .reduce((sum, n, _, all) => sum + n / all.length, 0);
    expect(words(short)).toBeLessThan(words([]) - 1);
  });

  it('writes forms out for those who never shorten them', () => {
    expect(writtenOut("It's been hard, and you don't know what's next. I'm here, you're not alone.")).toBe(
      'It has been hard, and you do not know what is next. I am here, you are not alone.',
    );
    expect(writtenOut("What's it been like? You can't sleep and she's gone.")).toBe(
      "What has it been like? You cannot sleep and she's gone.",
    );
    expect(writtenOut("‘It's Sheila's leaving do.’ It's a lot.")).toBe(
      "‘It's Sheila's leaving do.’ It is a lot.",
    );
  });
});

describe('ideas instead of sentences', () => {
  it('tells the supporter what to do, and speaks of the client, never to them', () => {
    for (const { id, text } of WRITTEN.filter((_, i) => i % 4 === 0))
      for (const hint of hintsFor([client(text, id)], { style: 'ideas' }).hints) {
        expect(hint.text).toMatch(/^(?:Ask|Reflect|Say|Name|Affirm|Thank|Let|Leave)\b.*\.$/u);
        expect(hint.text).not.toMatch(/\b(?:your|I'm|me|my)\b|\bthey (?:is|was|has|am)\b|\?/u);
        expect(hint.text.split(' ').length).toBeLessThan(24);
        expect(text.slice(hint.because.start, hint.because.end)).toBe(hint.because.text);
      }
  }, 30_000);

  it('is as particular as the sentences', () => {
    const { hints } = hintsFor([client('my nan died and i cant sleep')], { style: 'ideas' });
    expect(hints).toHaveLength(3);
    expect(hints.map((hint) => hint.text).join(' ')).toMatch(/their nan|sleep/u);
  });
});
