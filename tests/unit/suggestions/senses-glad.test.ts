import { describe, expect, it } from 'vitest';
import { client, shown, supporter } from './hint-corpus';

const GLAD =
  /pleased|so glad|really glad|wonderful|lovely|kind|Well done|proud|achievement|earned|happy for you/iu;

describe('words of good news in another sense', () => {
  it.each([
    'they gave me a clock',
    'the nurse gave me some tablets',
    'the school invited me in for a meeting about his behaviour',
    'my daughter says its the best thing for me to go in a home',
    'i passed out at work',
    'she got the job i wanted',
    'bride asked me to be bridesmaid then un-asked me because of numbers',
    'nobody remembered my birthday',
    'i got chosen for redundancy',
    'i got the first bus home',
    'we got married in 1974',
  ])('are not congratulated on: %s', (text) => {
    expect(shown(client(text))).not.toMatch(GLAD);
  });

  it.each([
    'my gran baked me a cake',
    'i passed my driving test today',
    'ten days without a drink',
    'my boss told me im doing really well',
  ])('are met gladly where they are meant: %s', (text) => {
    expect(shown(client(text))).toMatch(GLAD);
  });
});

describe('short answers and manners', () => {
  it('a bare "not really" is not taken for a mood', () => {
    const texts = shown(client('hello'), supporter('Do you see her much?'), client('not really', 'c2'));
    expect(texts).not.toMatch(/can cover a lot|many words/u);
  });

  it('somebody who would rather not say is not asked where to start', () => {
    expect(shown(client("i'd rather not say"))).not.toMatch(/like to start|feels all right|easier to say/u);
  });

  it.each(['no thanks', 'thanks for nothing'])('"%s" is no thanks', (text) => {
    expect(shown(client(text))).not.toMatch(/welcome|glad/iu);
  });

  it('agreeing with somebody else is not taking up what the supporter said', () => {
    expect(shown(client('i agree with my boss'))).not.toMatch(/of some use|sits right/u);
  });

  it('somebody else who left is no goodbye', () => {
    expect(shown(client('he said he was off to work and never came back'))).not.toMatch(
      /Take care|Rest well|good to talk/u,
    );
  });
});

describe('news with nobody to tell it to', () => {
  it('is news, and no lonely evening', () => {
    const hints = shown(
      client(
        'i passed my driving test!!! 5th go. i have literally no one to tell at this time so im telling you',
      ),
    );
    expect(hints).not.toMatch(/lonely|hard|easy for you/iu);
  });

  it('is over where the gladness was', () => {
    expect(
      shown(client('Excited for about a minute then I think about leaving my mum and I go off it')),
    ).not.toMatch(/glad you're feeling|sound excited/iu);
  });
});
