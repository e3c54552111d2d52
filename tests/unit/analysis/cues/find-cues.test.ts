import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCues, MAX_CUES_OF_MESSAGE } from '@/utils/analysis/cues/find-cues';
import { FAMILIES, FAMILY_BY_ID, KIN } from '@/utils/analysis/cues/lexicon';
import type { Reading } from '@/utils/analysis/reading';

const found = (text: string) => findCues(text).map(({ kind, family, text: quote }) => [kind, family, quote]);

describe('cues of a client message', () => {
  it.each([
    ['I feel so alone', 'feeling', 'loneliness'],
    ["I'm not okay but thanks for asking", 'feeling', 'distress'],
    ['my gran died last week', 'loss', 'death'],
    ['he broke up with me by text', 'loss', 'breakup'],
    ['nobody ever listens to me at home', 'isolation', 'unheard'],
    ['i have no one to talk to', 'isolation', 'no-one'],
    ["it doesn't matter anyway", 'hint', 'not-mattering'],
    ["I shouldn't have said that", 'hint', 'withdrawing'],
    ['damn sian sia', 'feeling', 'sadness'],
    ['im so scaaared', 'feeling', 'anxiety'],
  ])('%s', (text, kind, family) => {
    expect(findCues(text)).toContainEqual(expect.objectContaining({ kind, family }));
  });

  it.each([
    "I'm not sad",
    'she was really angry',
    'my mum is worried about the move',
    "mum's terrified",
    'I cried at the concert, it was so beautiful',
    'I had a nice day at the beach',
    'what time do you open?',
    'you must be tired',
    '',
  ])('are not invented: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('quote the text at their place, with the words that belong to them', () => {
    const text = 'well, today I feel so alone here';
    const [cue] = findCues(text);
    expect(cue?.text).toBe('I feel so alone');
    expect(text.slice(cue?.start, cue?.end)).toBe(cue?.text);
  });

  it('carry the sentence that they stand in', () => {
    const [cue] = findCues('Monday again. I lie awake doing sums! The cat is fine.');
    expect(cue?.sentence).toBe('I lie awake doing sums');
  });

  it('are quoted where they were first said', () => {
    expect(findCues('I was so embarrassed, everyone was staring')[0]?.text).toBe('I was so embarrassed');
  });

  it('know whom a loss is about', () => {
    expect(findCues('my nan passed away')[0]?.about).toBe('grandmother');
    expect(findCues('we lost our dog')[0]?.about).toBe('pet');
  });

  it('do not let "not" reach over to the next thing said', () => {
    expect(found("I'm not gonna lie I'm lonely")).toHaveLength(1);
    expect(found('never felt so alone')).toHaveLength(1);
  });

  it('weigh more when it is said strongly', () => {
    const weight = (text: string) => findCues(text)[0]?.weight ?? 0;
    expect(weight('I feel really alone')).toBeGreaterThan(weight('I feel alone'));
  });

  const reading: Reading = {
    label: 'sadness',
    emotions: { sadness: 0.8, fear: 0, anger: 0, disgust: 0, happiness: 0, surprise: 0, neutral: 0.2 },
    valence: -0.5,
    arousal: 0,
    intensity: 0.6,
    confidence: 0.95,
    evidence: [{ start: 8, end: 13, text: 'chair', weight: 1 }],
  };

  it('add the sentence in which a sure reading sees a feeling and no phrase names one', () => {
    const text = 'Hm. The chair by the window.';
    expect(findCues(text, reading)).toMatchObject([
      { kind: 'feeling', family: 'sadness', text: 'The chair by the window' },
    ]);
    expect(findCues(text, { ...reading, closing: true })).toEqual([]);
  });

  it('note lightly what an unsure reading finds unpleasant', () => {
    const text = 'Hm. The chair by the window.';
    const unsure = { ...reading, label: 'unclear' as const, confidence: 0.4 };
    expect(findCues(text, unsure)).toMatchObject([
      { kind: 'hint', family: 'telling', text: 'The chair by the window' },
    ]);
    const plain = { ...reading.emotions, sadness: 0.4, neutral: 0.6 };
    expect(findCues(text, { ...unsure, emotions: plain })).toEqual([]);
    expect(findCues(text, { ...unsure, closing: true })).toEqual([]);
    expect(findCues('Chairs by the window?', unsure)).toEqual([]);
  });

  it("leave a denied or somebody else's feeling out, whatever a reading says", () => {
    expect(findCues('my mum is really anxious about the move', reading)).toEqual([]);
    const kinds = findCues("I'm not sad about the chair", reading).map(({ kind }) => kind);
    expect(kinds).not.toContain('feeling');
  });

  it('stay few, ordered and inside the text, for any text', () => {
    const words = FAMILIES.flatMap(({ says }) =>
      says.slice(0, 2).map((phrase) => phrase.replace(/[*~]|\{kin\}/g, 'mum')),
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 12 })), {
          maxLength: 30,
        }),
        (parts) => {
          const text = parts.join(' ');
          const cues = findCues(text);
          expect(cues.length).toBeLessThanOrEqual(MAX_CUES_OF_MESSAGE);
          let at = 0;
          for (const cue of cues) {
            expect(cue.start).toBeGreaterThanOrEqual(at);
            expect(cue.text).toBe(text.slice(cue.start, cue.end));
            expect(cue.weight).toBeGreaterThanOrEqual(0);
            expect(cue.weight).toBeLessThanOrEqual(1);
            at = cue.start;
          }
        },
      ),
    );
  });
});

describe('the lexicon of cues', () => {
  it('points only at families that exist', () => {
    expect(FAMILY_BY_ID.size).toBe(FAMILIES.length);
    for (const { near = [] } of FAMILIES) for (const id of near) expect(FAMILY_BY_ID.has(id)).toBe(true);
  });

  it('has relatives of one word only, since a slot holds one word', () => {
    for (const word of KIN.keys()) expect(word).not.toMatch(/\s/);
  });

  it('finds each family by each phrase without gaps, said by the client about themself', () => {
    for (const family of FAMILIES) {
      for (const phrase of family.says) {
        if (/[*~{]/.test(phrase)) continue;
        const families = findCues(phrase).map((cue) => cue.family);
        expect(families.length, phrase).toBeGreaterThan(0);
      }
    }
  });
});
