import { describe, expect, it } from 'vitest';
import { COMPETENCES, readCompetences } from '@/utils/competences/book';
import type { SignId } from '@/utils/competences/competence';
import { judgeCompetences, type Judged, type Seen } from '@/utils/competences/judge';
import { competencesOf } from '@/utils/practice/debrief/competences';
import { trendsOf } from '@/utils/practice/growth/growth';
import { seenIn } from '@/utils/competences/seen';

const times = (sign: SignId, n: number): Seen['occurrences'] =>
  Array.from({ length: n }, (_, turn) => ({ sign, turn, words: `${sign} ${String(turn)}` }));

function levelsOf(seen: Seen): Record<string, Judged> {
  return Object.fromEntries(judgeCompetences(COMPETENCES, seen).map((one) => [one.competence.id, one]));
}

const SKILLED: Seen = {
  turns: 8,
  occurrences: [
    ...times('code:complex-reflection', 5),
    ...times('code:simple-reflection', 2),
    ...times('code:open-question', 3),
    ...times('code:affirmation', 2),
    ...times('code:normalising', 1),
    ...times('code:advice-with-permission', 1),
    ...times('event:cue-taken', 6),
    ...times('event:cue-missed', 1),
  ],
};

describe('competences of a talk', () => {
  it('gives a skilled talk its highest levels, each with evidence', () => {
    const judged = levelsOf(SKILLED);
    for (const id of ['saying-back', 'asking', 'feelings', 'respect', 'their-choice', 'pace'])
      expect(judged[id]?.level, id).toBe(4);
    expect(judged.feelings?.evidence.find(({ kind }) => kind === 'basic')?.occurrences).toHaveLength(6);
    expect(judged.safety).toMatchObject({ level: null, words: 'This did not come up.' });
    expect(judged['own-story']?.level).toBeNull();
  });

  it('keeps a level at 1 for one harmful act, however well the rest went, and names it gently', () => {
    const { respect } = levelsOf({
      ...SKILLED,
      occurrences: [...SKILLED.occurrences, { sign: 'flag:judging', turn: 3, words: 'that was weak' }],
    });
    expect(respect).toMatchObject({ level: 1, capped: true });
    expect(respect?.evidence[0]).toMatchObject({
      kind: 'harmful',
      met: true,
      occurrences: [{ words: 'that was weak' }],
    });
    expect(respect?.evidence[0]?.words).not.toMatch(/\b(?:you did|wrong of you|you failed|must)\b/iu);
  });

  it('names no harm that was not seen', () => {
    for (const { evidence } of judgeCompetences(COMPETENCES, SKILLED))
      expect(evidence.some(({ kind }) => kind === 'harmful')).toBe(false);
  });

  it('says nothing of a talk that is too short, but names what could have hurt', () => {
    const short: Seen = { turns: 2, occurrences: [{ sign: 'flag:blame', turn: 1, words: 'your own fault' }] };
    const judged = levelsOf(short);
    expect(judged.asking).toMatchObject({ level: null, words: 'Too short a talk to tell.' });
    expect(judged.respect?.level).toBe(1);
  });

  it('sees a question about safety that never came, one that came late, and one that came', () => {
    const due = times('event:safety-due', 1);
    expect(levelsOf({ turns: 5, occurrences: due }).safety?.level).toBe(1);
    const asked = [...due, ...times('code:safety-check', 1)];
    expect(levelsOf({ turns: 5, occurrences: asked }).safety?.level).toBe(3);
    const late = [...asked, ...times('flag:no-safety-question', 2)];
    expect(levelsOf({ turns: 5, occurrences: late }).safety?.level).toBe(2);
  });

  it('reads signs from coded turns', () => {
    const text = 'It sounds lonely. What is it like?';
    const { turns, occurrences } = seenIn([
      {
        turn: 1,
        text,
        codes: [
          { code: 'complex-reflection', start: 0, end: 17 },
          { code: 'open-question', start: 18, end: 34 },
        ],
        flags: [],
        cuesTaken: ['nobody listens'],
      },
    ]);
    expect(turns).toBe(1);
    expect(occurrences.map(({ sign, words }) => [sign, words])).toEqual([
      ['code:complex-reflection', 'It sounds lonely.'],
      ['code:open-question', 'What is it like?'],
      ['event:cue-taken', 'nobody listens'],
    ]);
  });
});

describe('competences of an organisation', () => {
  const own = (): unknown => JSON.parse(JSON.stringify(COMPETENCES));

  it('reads a file of the same form', () => {
    expect(readCompetences(own())).toEqual({ ok: true, book: COMPETENCES });
  });

  it.each([
    [
      'a sign that is not there',
      (text: string) => text.replace('"code:open-question"', '"code:open-qestion"'),
      'Did you mean "code:open-question"?',
    ],
    [
      'a level that is missing',
      (text: string) => text.replace(/,\{"level":4,"words":"[^"]*"\}/u, ''),
      'saying-back › levels: needs the levels 1, 2, 3 and 4',
    ],
    [
      'a field that is not there',
      (text: string) => text.replace('"name":', '"title":'),
      'there is no field "title"',
    ],
    ['a name that is missing', (text: string) => text.replace(/"name":"[^"]*",/u, ''), 'name: it is missing'],
    [
      'the same id twice',
      (text: string) => text.replace('"id":"asking"', '"id":"feelings"'),
      'two competences have the same id',
    ],
    ['something else', () => '[]', 'The file'],
  ])('says what is wrong with %s', (_, spoil, said) => {
    const read = readCompetences(JSON.parse(spoil(JSON.stringify(own()))));
    expect(read.ok).toBe(false);
    expect(!read.ok && read.problems.join('\n')).toContain(said);
  });
});

it('looks at a session by an organisation’s own competences, where there are some', () => {
  const own = { ...COMPETENCES, competences: COMPETENCES.competences.slice(0, 1) };
  expect(competencesOf([], own).map(({ competence }) => competence.id)).toEqual(['saying-back']);
  expect(trendsOf([], own)).toHaveLength(1);
  expect(competencesOf([])).toHaveLength(COMPETENCES.competences.length);
});
