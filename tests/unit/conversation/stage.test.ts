import { describe, expect, it } from 'vitest';
import { codeMessage } from '@/utils/analysis/codes/code-message';
import { trackCues } from '@/utils/analysis/cues/track-cues';
import type { Message } from '@/utils/conversation/message';
import {
  addStageFacts,
  clientAskedForAdvice,
  estimateStage,
  NO_STAGE_FACTS,
  stageOf,
} from '@/utils/conversation/stage';
import { findStagePhrase, STAGE_PHRASES } from '@/utils/conversation/stage-phrases';

/** Lines "C: …" and "S: …" as messages. */
const talk = (lines: string): Message[] =>
  lines
    .trim()
    .split('\n')
    .map((line, i) => ({
      id: `m${String(i + 1)}`,
      side: line.trim().startsWith('C:') ? 'client' : 'supporter',
      text: line.trim().slice(3),
    }));

const stage = (lines: string) => {
  const messages = talk(lines);
  return estimateStage(messages, undefined, trackCues(messages));
};

const OPENING = `
  C: hi, my flatmate moved out last week and the place is so quiet
  S: Hi. What has it been like since she left?
  C: lonely mostly. we did everything together
  S: It sounds really lonely to come home to a quiet flat.`;

const EXPLORED = `${OPENING}
  C: yes. and I keep thinking I drove her away
  S: What makes you think that?
  C: we argued about money a lot before she went
  S: So you argued about money, and part of you blames yourself for her going.
  C: I guess I'm scared I do this to everyone
  S: You are scared that you push people away. How long have you had that fear?
  C: since my dad left when I was ten`;

describe('the stage of a conversation', () => {
  it('starts with exploration, also when nobody has said anything', () => {
    expect(estimateStage([], undefined, { open: [], answered: [] })).toBe('exploration');
    expect(stage(OPENING)).toBe('exploration');
  });

  it('stays with exploration while the supporter advises and asks nothing', () => {
    expect(
      stage(`
        C: my flatmate moved out and I feel so alone
        S: You should join a club.
        C: I don't have the energy for clubs
        S: Try to go for a run then, it helps.
        C: my knee is bad
        S: You could call an old friend.
        C: I will try that I guess
        S: Great!`),
    ).toBe('exploration');
  });

  it('comes to insight when the story was asked about, said back and understood', () => {
    expect(
      stage(`${EXPLORED}
        S: It sounds as if her leaving brought back the day your dad left.
        C: wow. I never thought of it like that. I guess that's why it hurts so much`),
    ).toBe('insight');
  });

  it('comes to action when the client, understood, says what they will do', () => {
    expect(
      stage(`${EXPLORED}
        S: It sounds as if her leaving brought back the day your dad left.
        C: wow. I never thought of it like that. I guess that's why it hurts so much
        S: It makes sense that it hurts twice. What would you like to do with that?
        C: I think I'll call her tonight and tell her I miss her`),
    ).toBe('action');
  });

  it('does not take a plan at the start for the action stage', () => {
    expect(stage(`C: I'm going to talk to my boss tomorrow and quit\nS: Okay.`)).toBe('exploration');
  });

  it('goes back when something heavy comes up that nobody has taken up', () => {
    const before = `${EXPLORED}
        S: It sounds as if her leaving brought back the day your dad left.
        C: I never thought of it like that. I realise I expect people to go
        S: You brace yourself for people leaving. What could be different?
        C: I think I'll call her tonight`;
    expect(stage(before)).toBe('action');
    expect(stage(`${before}\n S: Good.\n C: also my gran died on sunday`)).not.toBe('action');
  });

  it('is the same when it is carried on message by message', () => {
    const messages = talk(EXPLORED);
    let facts = NO_STAGE_FACTS;
    for (const message of messages) {
      facts = addStageFacts(facts, message, message.side === 'supporter' ? codeMessage(message.text) : []);
    }
    const cues = trackCues(messages);
    expect(stageOf(facts, cues)).toBe(estimateStage(messages, undefined, cues));
  });

  it('leaves out messages that were taken back', () => {
    const messages = talk(EXPLORED).map((m) => ({ ...m, deleted: true }));
    expect(estimateStage(messages, undefined, { open: [], answered: [] })).toBe('exploration');
  });
});

describe('asking for advice', () => {
  it.each([
    'What should I do?',
    'idk any tips',
    'Do you think I should tell her',
    'wat should i do sia',
    'I really need some advice',
    'how do I tell my parents?',
    'Is there anything I can do?',
    'what would you do in my place',
    'can you help me figure out how to say it',
    'Should I just leave him?',
    'please just tell me what to do',
  ])('is heard: %s', (text) => {
    const asked = clientAskedForAdvice(text);
    expect(asked).not.toBeNull();
    expect(text.slice(asked?.start, asked?.end)).toBe(asked?.text);
  });

  it.each([
    "I don't know what to do",
    "I don't know what I should do anymore",
    'they always tell me what to do',
    'Why should I bother',
    'she told me what I should do',
    'what do you do for a living?',
    'I have no idea',
    'everyone gives me advice and nobody listens',
    '',
  ])('is not invented: %s', (text) => {
    expect(clientAskedForAdvice(text)).toBeNull();
  });
});

describe('the phrases of the stages', () => {
  const all = (['asks-for-advice', 'insight', 'ready'] as const).flatMap((kind) =>
    STAGE_PHRASES[kind].map((phrase) => [kind, phrase] as const),
  );
  it.each(all)('%s: each meets its example and not the other', (kind, { example, not }) => {
    expect(findStagePhrase(kind, example)).not.toBeNull();
    expect(findStagePhrase(kind, not)).toBeNull();
  });
});
