import { describe, expect, it } from 'vitest';
import {
  addClientCues,
  addSupporterReply,
  MAX_TRACKED,
  NO_CUES,
  trackCues,
} from '@/utils/analysis/cues/track-cues';
import type { Message } from '@/utils/conversation/message';
import { countCues, halfOf, readCueConversations } from '@/scripts/measure/cues';
import { loadCodeModel } from '@/scripts/measure/codes';

const talk = (...lines: string[]): Message[] =>
  lines.map((line, i) => ({
    id: `m${String(i + 1)}`,
    side: line.startsWith('C:') ? 'client' : 'supporter',
    text: line.slice(3),
  }));

const openAfter = (...lines: string[]) => trackCues(talk(...lines)).open.map((cue) => cue.family);

describe('taking up a cue', () => {
  it.each([
    ['names the feeling', 'C: I feel so lonely', 'S: It sounds like you feel very alone.'],
    ['asks about it', 'C: I feel so lonely', 'S: When is the loneliness at its worst?'],
    ['points back at it', 'C: I feel so lonely', 'S: How long have you been feeling this way?'],
    ['names the person lost', 'C: my gran died', 'S: What was your gran like?'],
    ['speaks of the person lost as "she"', 'C: my gran died', 'S: What was she like?'],
    ['says the loss back', 'C: he broke up with me', 'S: So the relationship ended and you are on your own.'],
    ['asks what lies behind a hint', "C: it doesn't matter anyway", 'S: What makes you say that?'],
    ['gives a hint back', 'C: nobody cares anyway', 'S: You feel that nobody cares about you.'],
    ['paints it again', 'C: I lie awake doing sums', "S: Night after night of sums that don't add up."],
    [
      'gives the meaning back in other words',
      'C: they talk at dinner and I sit there like furniture',
      'S: It seems like you might as well have been air.',
    ],
    [
      'says the tears back and leaves out what led to them',
      'C: My flatmate ate my food again and I just sat on the kitchen floor and cried',
      'S: It got so much that the tears came.',
    ],
    ['hears the heavier of two things', "C: I'm so ashamed. and they giggled", 'S: You felt ashamed.'],
  ])('counts when the supporter %s', (_, client, supporter) => {
    expect(openAfter(client, supporter)).toEqual([]);
  });

  it.each([
    ['is sorry and no more', 'C: I feel so lonely', "S: I'm so sorry to hear that."],
    ['only says that it is hard', 'C: I feel so lonely', 'S: That sounds really hard.'],
    ['changes the subject', 'C: I feel so lonely', 'S: Do you have any plans for the weekend?'],
    [
      'gives advice, naming it',
      'C: I feel so lonely',
      'S: You should join a club so that you are less lonely.',
    ],
    ['tells an own story', 'C: my gran died', 'S: I lost my gran too when I was ten.'],
    ['sends it away', 'C: I am so sad', "S: Don't be sad!"],
    ['speaks of another person', 'C: my gran died', 'S: How is your mum doing?'],
    [
      'says back only where they sat',
      'C: My flatmate ate my food again and I just sat on the kitchen floor and cried',
      'S: You sat there on the kitchen floor.',
    ],
    [
      'says back only what came before the tears',
      'C: My flatmate ate my food again and I just sat on the kitchen floor and cried',
      'S: Your flatmate took your food again.',
    ],
    ['uses its words of something else', 'C: I dread going in', 'S: Do you have plans for tomorrow morning?'],
    ['asks about something else', 'C: I feel so hopeless', 'S: Did you change the lock on the door?'],
    [
      'hears what came with a farewell',
      "C: I'm so exhausted. they'd be better off without me",
      'S: You feel worn out by all of it.',
    ],
    [
      'hears what came with a loss, but not the loss',
      'C: my gran died. I feel so lonely',
      'S: You feel very lonely.',
    ],
  ])('does not count when the supporter %s', (_, client, supporter) => {
    expect(openAfter(client, supporter)).not.toEqual([]);
  });

  it('names the message that took it up', () => {
    const { answered } = trackCues(talk('C: I feel so lonely', 'S: Hi', 'S: You feel alone there.'));
    expect(answered).toMatchObject([{ id: 'm1', by: 'm3', family: 'loneliness' }]);
  });

  it('reaches back over several messages', () => {
    expect(
      openAfter(
        'C: my dog died',
        'S: oh no',
        'C: anyway, school is fine',
        'S: How is it at home without your dog?',
      ),
    ).toEqual([]);
  });

  it('keeps what is said again while open as one cue, the first', () => {
    const { open } = trackCues(talk('C: I feel lonely', 'C: just really lonely'));
    expect(open).toMatchObject([{ id: 'm1' }]);
  });

  it('opens a cue again when it comes back after it was taken up', () => {
    expect(openAfter('C: I feel lonely', 'S: You feel alone.', 'C: I still feel so lonely')).toEqual([
      'loneliness',
    ]);
  });

  it('notes what somebody tells in words of their own once they were answered, lightly', () => {
    const told = 'i count the tiles on the ceiling every night';
    const { open } = trackCues(talk('C: hello', 'S: What are your nights like?', `C: ${told}`));
    expect(open).toMatchObject([{ family: 'telling', text: told }]);
    expect(open[0]?.weight).toBeLessThan(0.5);
    expect(openAfter(`C: ${told}`)).toEqual([]);
    const later = ['S: Ok.', 'C: it rained', 'S: Ok.', 'C: and rained'];
    expect(openAfter('C: hello', 'S: Hi', `C: ${told}`, ...later)).toEqual([]);
    expect(openAfter('C: hello', 'S: Hi', `C: ${told}`, 'S: Every night, counting.')).toEqual([]);
  });

  it.each(['i had a great time with my nan, we never laughed so much', 'do you still have my old number?'])(
    'does not note glad news or questions: %s',
    (text) => {
      expect(openAfter('C: hello', 'S: Hi', `C: ${text}`)).toEqual([]);
    },
  );

  it('leaves messages of unknown side, empty and deleted ones alone', () => {
    const messages = talk('C: I feel lonely').map((m) => ({ ...m, deleted: true }));
    expect(trackCues(messages)).toEqual({ open: [], answered: [] });
    expect(trackCues([{ id: '1', side: 'unknown', text: 'I feel lonely' }]).open).toEqual([]);
  });

  it('keeps a bounded number of cues, however long the talk', () => {
    let state = NO_CUES;
    for (let i = 0; i < 400; i += 1) {
      const cue = {
        start: 0,
        end: 1,
        text: 'x',
        kind: 'feeling' as const,
        weight: 0.5,
        family: `f${String(i)}`,
      };
      state = addClientCues(state, `c${String(i)}`, [cue]);
    }
    expect(state.open).toHaveLength(MAX_TRACKED);
    for (let i = 0; i < 300; i += 1) {
      state = addClientCues(state, `d${String(i)}`, [
        { start: 0, end: 1, text: 'lonely', kind: 'feeling', weight: 0.9, family: 'loneliness' },
      ]);
      state = addSupporterReply(state, `s${String(i)}`, 'You feel so lonely.');
    }
    expect(state.answered).toHaveLength(MAX_TRACKED);
    expect(state.lastTurn.length).toBeLessThanOrEqual(MAX_TRACKED + 1);
  });
});

describe('cues on the written conversations', () => {
  const judged = countCues(
    readCueConversations(process.cwd(), 'conversations.jsonl').filter(({ id }) => halfOf(id) === 'judged'),
    loadCodeModel(process.cwd()),
  );

  it('are found about as well as was measured', () => {
    expect(judged.found.right / judged.found.given).toBeGreaterThan(0.7);
    expect(judged.found.right / judged.found.wanted).toBeGreaterThan(0.8);
  });

  it('are told open from answered about as well as was measured', () => {
    expect(judged.answered.right / judged.answered.given).toBeGreaterThan(0.65);
    expect(judged.answered.right / judged.answered.wanted).toBeGreaterThan(0.65);
  });
});
