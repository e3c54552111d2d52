import { describe, expect, it } from 'vitest';
import { flagIds } from './talk';

const DREAD = ['C: i dread mondays', 'S: What is it about Mondays?', 'C: she picks my work apart'];
const ORDER = 'You need to go straight to HR and tell them.';

describe('moments in which a remark would only disturb', () => {
  it('are when the client thanks, says goodbye or takes an idea up', () => {
    expect(flagIds(DREAD, ORDER)).toEqual(['you-should']);
    for (const said of [
      'thank you so much for listening',
      'good night, take care',
      'thanks!',
      "that's a great idea, i'll try that",
    ])
      expect(flagIds([...DREAD, 'S: I hear you.', `C: ${said}`], ORDER), said).toEqual([]);
  });

  it('are not when the thanks stand beside something heavy', () => {
    expect(flagIds([...DREAD, 'S: I hear you.', 'C: thank you so much. i feel so hopeless'], ORDER)).toEqual([
      'you-should',
    ]);
  });

  it('are when the supporter has answered the feeling and adds a question', () => {
    const before = ['S: Hello', 'C: they found it is back and i cried in the lift'];
    const fact = 'Which hospital did you have the scan at?';
    expect(flagIds(before, fact)).toEqual(['cue-passed-over']);
    expect(flagIds([...before, 'S: You cried, with nobody there.'], fact)).toEqual([]);
  });

  it('are when a light turn gets a light answer', () => {
    const light = ['C: had a lovely day with my sister, we laughed so much haha'];
    expect(flagIds(light, "On the bright side, I'm sure you will have more of them.")).toEqual([]);
  });

  it('are when the draft says goodbye, unless something heavy was just said', () => {
    const bye = "It was nice talking to you. I'm sure you'll feel better soon, good night.";
    expect(flagIds(['C: ok i will sleep now'], bye)).toEqual([]);
    expect(flagIds(['C: i feel so hopeless and alone'], bye)).toContain('false-reassurance');
  });

  it('are when small talk follows small talk', () => {
    const weekend = 'Good to hear. Did you do anything for the holidays?';
    expect(flagIds(['S: How are you?', 'C: doing okay today'], weekend)).toEqual([]);
    expect(flagIds(['S: How are you?', 'C: i cried all night'], weekend)).toContain('topic-jump');
  });

  it('never hide a promise of secrecy, blame, or a question about safety that is due', () => {
    const thanks = ['C: i want to kill myself', 'S: I am here.', 'C: thank you so much for listening, bye'];
    expect(flagIds(thanks, 'You are welcome, have a lovely evening and sleep well.')).toEqual([
      'no-safety-question',
    ]);
    expect(
      flagIds(['C: thank you for listening', 'S: Of course.', 'C: bye'], "I won't tell a soul."),
    ).toEqual(['secrecy-promise']);
  });
});

describe('a remark that was sent past', () => {
  const sent = [...DREAD, `S: ${ORDER}`, 'C: i cant, she knows everyone there'];

  it('rests for a while', () => {
    expect(flagIds(sent, 'You must talk to your union.')).toEqual([]);
    const later = [...sent, ...['S: Everyone?', 'C: all of them', 'S: Hm.', 'C: yes', 'S: I see.', 'C: so']];
    expect(
      flagIds([...later, 'S: She has them all.', 'C: all of them'], 'You must talk to your union.'),
    ).toEqual(['you-should']);
  });

  it('rests alone: another fault is still marked, and what could hurt is marked each time', () => {
    expect(flagIds(sent, "It's only a job, it could be worse.")).toEqual(['minimising']);
    // What makes it smaller, false comfort and a verdict, sent before: each is marked again.
    const eased = ['C: my dog died', 'S: At least he was old.', 'C: so?', 'S: You will be fine.', 'C: sure'];
    expect(flagIds(eased, 'At least it was quick. I promise you will feel fine soon.')).toEqual([
      'minimising',
    ]);
    expect(flagIds(eased, 'I promise you will feel fine soon.')).toEqual(['false-reassurance']);
    expect(flagIds([...eased, 'S: That is selfish.', 'C: wow'], 'You are being selfish.')).toEqual([
      'judging',
    ]);
    const promised = ['C: dont tell anyone', "S: I won't tell a soul.", 'C: really?'];
    expect(flagIds(promised, 'I promise, nobody will ever know.')).toContain('secrecy-promise');
  });

  it('hides nothing but itself on its own words', () => {
    expect(flagIds(sent, 'You must talk to your union, they’ll get you your job back, I promise.')).toEqual([
      'false-reassurance',
    ]);
  });
});
