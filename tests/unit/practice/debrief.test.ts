import { describe, expect, test } from 'vitest';
import { jsonTurn, summaryOf, textDebrief } from '@/scripts/practice/print';
import { playSession } from '@/scripts/practice/run';
import { SUPPORTERS } from '@/scripts/practice/supporters';
import { draftRules } from '@/utils/coaching/rule-set';
import { EFFECTS } from '@/utils/practice/client/effects';
import { DEBRIEF_WORDS, isEffect } from '@/utils/practice/debrief/debrief-words';
import { figuresOf } from '@/utils/practice/debrief/figures';
import { ratioWords, shareWords } from '@/utils/practice/debrief/figure-words';
import { type LookBack, lookBack } from '@/utils/practice/debrief/look-back';
import { makeDebrief } from '@/utils/practice/debrief/make-debrief';
import { respond, startSession } from '@/utils/practice/play';
import { allScenarios } from '@/utils/practice/scenarios/index';
import type { PracticeTurn } from '@/utils/practice/session';

const NONE = { reader: null, codeModel: null };
const TOOLS = { ...NONE, rules: draftRules() };
const [scenario] = allScenarios();
if (!scenario) throw new Error('no scenario');

describe('figures', () => {
  test('follow the manual: 4 reflections, 3 of them complex, to 2 questions', () => {
    const { state } = startSession(scenario, 1);
    const turn = (
      ...codes: (
        'complex-reflection' | 'simple-reflection' | 'open-question' | 'closed-question' | 'advice'
      )[]
    ): PracticeTurn => ({
      turn: 2,
      side: 'supporter',
      messages: [''],
      state,
      codes: codes.map((code) => ({ code, start: 0, end: 1 })),
    });
    const figures = figuresOf([
      turn('complex-reflection', 'simple-reflection', 'open-question'),
      turn('complex-reflection', 'complex-reflection', 'closed-question', 'advice'),
    ]);
    expect(figures).toMatchObject({
      reflectionsToQuestions: 2,
      openShare: 0.5,
      complexShare: 0.75,
      nonAdherent: 1,
      bands: { reflectionsToQuestions: 'good', complexShare: 'good' },
    });
  });

  test('say nothing where there is nothing', () => {
    expect(figuresOf([])).toMatchObject({
      reflectionsToQuestions: null,
      openShare: null,
      complexShare: null,
    });
  });
});

describe('figures in words', () => {
  test('of a few things say that they are too few', () => {
    expect(shareWords(1, 1)).toBe('1 of 1, too few to say');
    expect(shareWords(0, 0)).toBe('none');
    expect(shareWords(2, 3)).toBe('67 %');
    const { state } = startSession(scenario, 1);
    const one = figuresOf([
      {
        turn: 2,
        side: 'supporter',
        messages: [''],
        state,
        codes: [{ code: 'complex-reflection', start: 0, end: 1 }],
      },
    ]);
    expect(ratioWords(one)).toBe('1 : 0, too few to say');
    expect(one.bands).toEqual({ reflectionsToQuestions: null, complexShare: null });
  });
});

describe('a debrief', () => {
  const debriefs = SUPPORTERS.map((name) => makeDebrief(scenario, playSession(scenario, name, 1, NONE)));

  test('always has one thing to keep and one to try', () => {
    for (const { keep, tryNext } of debriefs) {
      expect(keep.text).not.toBe('');
      expect(tryNext.text).not.toBe('');
    }
  });

  test('praises no staying that was none, and no listening that was short', () => {
    const after = (...turns: string[]) =>
      makeDebrief(
        scenario,
        turns.reduce((before, text) => respond(scenario, before, text, NONE), startSession(scenario, 1)),
      );
    const left = after('you are pathetic', 'shut up', 'nobody would miss you');
    expect(left.keep.text).toBe(DEBRIEF_WORDS.keepElse.looked);
    const short = after('It sounds like the exams are so heavy.', 'You can hardly think any more.');
    expect(short.tryNext.text).toBe(DEBRIEF_WORDS.tryNext.longer);
  });

  test('speaks in conditional words', () => {
    const said = [...Object.values(DEBRIEF_WORDS.could), ...Object.values(DEBRIEF_WORDS.tryNext)];
    for (const text of said) {
      expect(text).toMatch(/\b(?:may|might|could|can|would|if|try)\b/iu);
      expect(text).not.toMatch(/\b(?:wrong|mistake|bad|should(?:n't)?|failed|must)\b/iu);
    }
  });

  test('has a sentence for every effect that costs much trust', () => {
    for (const [id, { trust }] of Object.entries(EFFECTS)) {
      if (trust <= -0.03) expect(DEBRIEF_WORDS.could[id], id).toBeDefined();
    }
    for (const id of [...Object.keys(DEBRIEF_WORDS.could), ...Object.keys(DEBRIEF_WORDS.worked)]) {
      expect(isEffect(id), id).toBe(true);
    }
  });

  test('caps the level when something could have hurt, and names it', () => {
    let session = startSession(scenario, 1);
    session = respond(scenario, session, "That's your own fault, you are being lazy.", NONE);
    const seen = lookBack({ scenario, session, read: [] }, TOOLS);
    expect(seen?.competences.map(({ level }) => level)).toContain(1);
    expect(seen?.harms).not.toHaveLength(0);
    expect(textDebrief(scenario, seen as LookBack)).toContain('To look at first');
    expect(
      makeDebrief(scenario, session)
        .transcript.flatMap(({ remarks }) => remarks)
        .some(({ effect }) => effect === 'judge'),
    ).toBe(true);
  });

  test('asks for the plain question when danger was hinted at and nobody asked', () => {
    const heavy = allScenarios().find(({ id }) => id === 'passive-suicidal-thoughts');
    if (!heavy) throw new Error('missing');
    const session = startSession(heavy, 1);
    const turns = session.turns.map((turn) => ({
      ...turn,
      messages: ["some nights i wouldn't mind not waking up"],
    }));
    const after = respond(heavy, { ...session, turns }, 'You should get more sleep.', NONE);
    expect(makeDebrief(heavy, after).tryNext.text).toBe(DEBRIEF_WORDS.tryNext['ask-safety']);
  });

  test('names cues in the words of the client', () => {
    for (const { cues, transcript } of debriefs) {
      const client = transcript
        .filter(({ side }) => side === 'client')
        .map(({ messages }) => messages.join('\n'))
        .join('\n');
      for (const { words } of [...cues.answered, ...cues.missed]) expect(client).toContain(words);
    }
  });
});

describe('the lines of the command', () => {
  test('hold what other programs read', () => {
    const session = playSession(scenario, 'advising', 3, NONE, 4);
    const lines = session.turns.map((turn) => JSON.parse(jsonTurn(turn)) as Record<string, unknown>);
    expect(lines).toHaveLength(9);
    lines.forEach((line, i) => {
      expect(line.turn).toBe(i + 1);
      expect(line.side).toBe(i % 2 === 0 ? 'client' : 'supporter');
      expect(line).toMatchObject({
        text: expect.any(String) as string,
        disclosed: expect.any(Array) as unknown[],
      });
      for (const key of ['trust', 'distress', 'openness']) {
        expect(line[key]).toBeGreaterThanOrEqual(0);
        expect(line[key]).toBeLessThanOrEqual(1);
      }
    });
    expect(summaryOf(scenario, session, 'advising')).toMatchObject({ supporterTurns: 4, solved: false });
  });
});
