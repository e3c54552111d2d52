import { describe, expect, test } from 'vitest';
import { distressOf } from '@/utils/practice/client/client-state';
import { respond, startSession } from '@/utils/practice/play';
import type { Scenario } from '@/utils/practice/scenario';
import { findScenario } from '@/utils/practice/scenarios/index';
import type { PracticeSession } from '@/utils/practice/session';

const RULES = { codeModel: null };

function scenario(id: string): Scenario {
  const found = findScenario(id);
  if (!found) throw new Error(id);
  return found;
}

const exam = scenario('exam-stress');
const play = (session: PracticeSession, ...turns: readonly string[]): PracticeSession =>
  turns.reduce((before, text) => respond(exam, before, text, RULES), session);
const effectsOf = (session: PracticeSession): string[] => session.state.reasons.map(({ effect }) => effect);

describe('trust', () => {
  const start = startSession(exam, 3);

  test('rises when the client hears their own words back, and the reason is kept', () => {
    const heard = play(start, "It sounds like the exams are so heavy that you can't even think any more.");
    expect(heard.state.trust).toBeGreaterThan(start.state.trust);
    expect(effectsOf(heard).some((effect) => effect.startsWith('reflect'))).toBe(true);
  });

  test('falls when told what to do, more when told again', () => {
    const once = play(start, 'You should make a timetable.');
    const twice = play(once, 'You should also go to bed earlier.');
    expect(once.state.trust).toBeLessThan(start.state.trust);
    expect(once.state.trust - twice.state.trust).toBeGreaterThan(start.state.trust - once.state.trust);
    expect(effectsOf(twice)).toContain('advice-again');
  });

  test('falls when the feeling is made smaller, and distress rises', () => {
    const after = play(start, "It's only an exam, it's not the end of the world.");
    expect(effectsOf(after)).toContain('minimise');
    expect(after.state.trust).toBeLessThan(start.state.trust);
    expect(distressOf(after.state)).toBeGreaterThan(distressOf(start.state));
  });

  test('falls with a run of facts that are asked for', () => {
    const after = play(start, 'How old are you?', 'Do you live alone?', 'Did you see a doctor?');
    expect(effectsOf(after)).toContain('ask-run');
  });

  test('is not won by the same reflection again and again', () => {
    const line = 'It sounds like the exams make you feel you are going to mess up.';
    const once = play(start, line);
    const again = play(once, line);
    expect(effectsOf(again)).toContain('repeat');
    expect(again.state.trust).toBeLessThan(once.state.trust);
  });

  test('is not won by a reflection of something else', () => {
    const after = play(start, 'It sounds like the elephants in your garden are purple.');
    expect(effectsOf(after)).toContain('reflect-empty');
  });
});

test('an apology for having pushed mends something', () => {
  const pushed = play(startSession(exam, 3), 'How old are you? Where do you live? Who is with you?');
  const mended = play(pushed, 'Sorry, that was a lot of questions. We can go at your pace.');
  expect(effectsOf(mended)).toContain('repair');
  expect(mended.state.trust).toBeGreaterThan(pushed.state.trust);
});

describe('a "he" of whom nobody has spoken', () => {
  const rohan = scenario('coming-out');
  const reply = (...turns: readonly string[]): PracticeSession =>
    turns.reduce((before, text) => respond(rohan, before, text, RULES), startSession(rohan, 71));

  const asksBack = (session: PracticeSession): boolean =>
    /\bwho\b/iu.test(session.turns.at(-1)?.messages.join(' ') ?? '');

  test('is asked back about, and the question opens nothing', () => {
    const after = reply('What is he like?');
    expect(asksBack(after)).toBe(true);
    expect(effectsOf(after)).not.toContain('ask-open');
  });

  test.each(['Who is your father, what is he like?', 'Is there a boy? What is he like?'])(
    'is somebody when the turn says who: %s',
    (turn) => {
      expect(asksBack(reply(turn))).toBe(false);
    },
  );

  test('is somebody once the client has spoken of one', () => {
    const maya = scenario('break-up');
    const after = respond(maya, startSession(maya, 1), 'What is he like?', RULES);
    expect(effectsOf(after)).toContain('ask-open');
  });
});

describe('what is closed', () => {
  test('stays closed when it is asked for at once, and costs trust when it is asked for again', () => {
    const start = startSession(exam, 5);
    const once = play(start, 'How are things with your parents?');
    const twice = play(once, 'But what about your parents?');
    expect(twice.state.disclosed).not.toContain('parents');
    expect(effectsOf(once)).not.toContain('push');
    expect(effectsOf(twice)).toContain('push');
  });

  test('opens in order and by trust alone', () => {
    for (const item of exam.items) {
      if (item.weight === 'surface') continue;
      expect(item.trust).toBeGreaterThan(exam.start.trust + 0.1);
    }
  });
});

describe('asked plainly about suicide', () => {
  const client = scenario('passive-suicidal-thoughts');
  const ask = (trust: number): PracticeSession => {
    const session = startSession(client, 2);
    const state = { ...session.state, trust, openness: trust };
    return respond(client, { ...session, state }, 'Are you having thoughts of suicide?', RULES);
  };

  test('a wary client gives an answer all the same, and tells no more', () => {
    const session = ask(0.15);
    expect(session.turns.at(-1)?.messages.join(' ')).toMatch(/do anything/u);
    expect(session.state.disclosed).not.toContain('not-waking');
  });

  test('a client with some trust tells it, sooner than without the question', () => {
    const item = client.items.find(({ id }) => id === 'not-waking');
    expect(item?.trust).toBeGreaterThan(0.4);
    expect(ask(0.4).state.disclosed).toContain('not-waking');
  });

  test('it counts as heard when the client had hinted at it', () => {
    const session = startSession(client, 2);
    const turns = session.turns.map((turn) => ({
      ...turn,
      messages: ["some nights i wouldn't mind not waking up"],
    }));
    const after = respond(client, { ...session, turns }, 'Are you thinking of suicide?', RULES);
    expect(effectsOf(after)).toContain('safety-asked');
  });
});

describe('a session', () => {
  test('is the same for the same seed and turns, and another for another seed', () => {
    const turns = ['Hello, what brings you here?', 'That sounds hard.', 'What is it like?'];
    const texts = (seed: number): string => JSON.stringify(play(startSession(exam, seed), ...turns).turns);
    expect(texts(7)).toBe(texts(7));
    expect(new Set([1, 2, 3, 4].map(texts)).size).toBeGreaterThan(1);
  });

  test('goes on from what was kept as it would have', () => {
    const half = play(startSession(exam, 9), 'What is going on?');
    const kept = JSON.parse(JSON.stringify(half)) as PracticeSession;
    expect(play(kept, 'How is that for you?')).toEqual(play(half, 'How is that for you?'));
  });

  test('ends when the client is insulted three times', () => {
    const session = play(
      startSession(exam, 1),
      'you are an idiot',
      'shut up',
      'nobody cares, you are pathetic',
      'hello?',
    );
    expect(session.ending).toBe('left');
    expect(session.turns.filter(({ side }) => side === 'supporter')).toHaveLength(3);
  });

  test('keeps distress under its ceiling however well it goes', () => {
    let session = startSession(exam, 4);
    for (let i = 0; i < 40; i += 1) {
      const said = session.turns.at(-1)?.messages.at(-1) ?? '';
      session = play(
        session,
        `It sounds like it weighs on you: ${said} That makes sense. What is that like for you, ${String(i)}?`,
      );
    }
    expect(session.state.valence).toBeLessThanOrEqual(-0.1);
  });
});
