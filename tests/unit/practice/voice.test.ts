import { describe, expect, test } from 'vitest';
import { plainChat } from '@/utils/analysis/codes/plain-chat';
import { ASK_EXAMPLES, asksOf, findAsks } from '@/utils/practice/asks';
import { Chance } from '@/utils/practice/client/random';
import { respond, startSession } from '@/utils/practice/play';
import { allScenarios } from '@/utils/practice/scenarios/index';
import { bare } from '@/utils/practice/voice/line-picker';
import { inTheirHand } from '@/utils/practice/voice/style';

const RULES = { codeModel: null };
const [first] = allScenarios();
if (!first) throw new Error('no scenario');

const replyTo = (text: string, scenario = first, seed = 1): string =>
  respond(scenario, startSession(scenario, seed), text, RULES).turns.at(-1)?.messages.join(' ') ?? '';

describe('what was asked', () => {
  test.each(ASK_EXAMPLES)('$ask is known by "$example"', ({ ask, example }) => {
    expect(findAsks(plainChat(example))).toContain(ask);
  });

  test.each([
    'You need to take care of yourself more.',
    'I can see how much you care about your brother.',
    'You said goodbye to her over somebody’s elbow.',
    'It is hard to see you hurting.',
  ])('"%s" is no goodbye and no question', (text) => {
    expect(findAsks(plainChat(text))).toEqual([]);
  });

  test.each([
    'Are you having any thoughts of not wanting to go on?',
    'Do you still want to live?',
    'Are you thinking of ending your life?',
  ])('"%s" asks about suicide', (text) => {
    expect(findAsks(plainChat(text))).toContain('suicide');
  });

  test('is asked by a question, not by a word that stands in a statement', () => {
    const asks = (turn: string, questions: string) => asksOf(plainChat(turn), plainChat(questions));
    expect(asks('Somebody who is awake. What is hardest?', 'What is hardest?')).toEqual([]);
    expect(asks('Who is with you?', 'Who is with you?')).toContain('who');
    expect(asks('I wonder how long this has been going on.', '')).toContain('how-long');
  });

  test('is answered in words of this person', () => {
    for (const scenario of allScenarios()) {
      for (const [ask, question] of [
        ['when', 'When did it start?'],
        ['sleep', 'How have you been sleeping?'],
        ['where', 'Where are you?'],
      ] as const) {
        const own = scenario.answers[ask];
        expect(own, `${scenario.id} ${ask}`).toBeDefined();
        const answer = bare(replyTo(question, scenario));
        const known = [...(own?.guarded ?? []), ...(own?.open ?? [])].map((line) => bare(line).slice(0, 12));
        expect(
          known.some((start) => answer.includes(start)),
          `${scenario.id}: ${answer}`,
        ).toBe(true);
      }
    }
  });

  test('are you an AI is answered honestly, as often as it is asked, and moves nothing', () => {
    let session = startSession(first, 1);
    const { trust } = session.state;
    for (let i = 0; i < 6; i += 1) {
      session = respond(first, session, 'Are you an AI or a real person?', RULES);
      expect(session.turns.at(-1)?.messages.join(' ')).toMatch(/practice client/u);
    }
    expect(session.state.trust).toBeCloseTo(trust);
  });
});

describe('over thirty turns with any supporter', () => {
  const SUPPORTERS: Record<string, (i: number) => string> = {
    'the same nod': () => 'ok',
    'the same question': () => 'How are you feeling?',
    'the same advice': () => 'You should see a doctor.',
    'facts only': (i) =>
      ['How old are you?', 'Where do you live?', 'When did it start?', 'Who is there?'][i % 4] ?? '',
    'kind words': (i) => `I am here for you. What is it like, ${String(i)}?`,
    nothing: () => '',
  };
  const cases = allScenarios().flatMap((scenario) =>
    Object.keys(SUPPORTERS).map((name) => ({ scenario, name })),
  );

  test.each(cases)('$scenario.id answers $name without a line said twice', ({ scenario, name }) => {
    let session = startSession(scenario, 11);
    for (let i = 0; i < 30; i += 1) session = respond(scenario, session, SUPPORTERS[name]?.(i) ?? '', RULES);
    const replies = session.turns.filter(({ side }) => side === 'client');
    expect(replies).toHaveLength(31);
    const messages = replies.flatMap((turn) => turn.messages.map(bare));
    expect(new Set(messages).size).toBe(messages.length);
    for (const { messages: sent } of replies) {
      expect(sent.length).toBeGreaterThan(0);
      expect(sent.length).toBeLessThanOrEqual(6);
      for (const message of sent) expect(message).not.toMatch(/[{}|]|undefined/u);
    }
  });
});

describe('style', () => {
  const text = [
    'I looked at the letter and my hands went cold. I could not read it, and then it was two hours later.',
  ];
  const write = (arousal: number, lowerCase = false) =>
    inTheirHand(
      text,
      { arousal, valence: -0.3 },
      { lowerCase, fullStops: !lowerCase },
      new Chance(1),
      () => false,
    );

  test('is whole when calm, short and jagged when upset', () => {
    expect(write(0)).toHaveLength(1);
    expect(write(0.4).length).toBe(2);
    expect(write(0.8).length).toBeGreaterThan(2);
  });

  test('keeps to how this person writes', () => {
    expect(write(0, true)[0]).toMatch(/^i looked .* later$/u);
  });
});
