import { describe, expect, it } from 'vitest';
import { CATEGORIES, readingSchema } from '@/utils/analysis/reading';
import turned from '@/utils/analysis/emotion/turned.json';
import { committedReader } from './committed-reader';

const reader = committedReader();
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('a reading', () => {
  it.each([
    ['i feel so alone', 'sadness'],
    ['my mum died last week', 'sadness'],
    ['My flatmate ate my food again and I just sat on the kitchen floor and cried', 'sadness'],
    ["I can't stop crying", 'sadness'],
    ["i can't remember when i last laughed", 'sadness'],
    ["i'm scared of going home", 'fear'],
    ['I had a panic attack in class today', 'fear'],
    ['i hate him so much, he lied to me again', 'anger'],
    ["that's disgusting, he spat in my food", 'disgust'],
    ['i passed my exam!! so happy', 'happiness'],
    ['wow i did not expect that', 'surprise'],
    ['my appointment is on thursday at the surgery', 'neutral'],
  ])('reads %j as %s', (text, label) => {
    expect(reader.read(text).label).toBe(label);
  });

  it('is a full reading, its categories sum to 1, and it repeats itself', () => {
    const reading = reader.read('i feel so alone');
    expect(readingSchema.parse(reading)).toEqual(reading);
    expect(sum(CATEGORIES.map((name) => reading.emotions[name]))).toBeCloseTo(1, 9);
    reader.read('something else entirely, with other words');
    expect(reader.read('i feel so alone')).toEqual(reading);
  });

  it('does not take thanks beside distress for joy', () => {
    const reading = reader.read("I'm not okay but thanks for asking");
    expect(reading.label).toBe('sadness');
    expect(reading.emotions.happiness).toBeLessThan(0.1);
    expect(reading.closing).toBeUndefined();
    const scared = reader.read("thanks for listening, i'm still really scared though");
    expect(scared.label).toBe('fear');
    expect(scared.closing).toBeUndefined();
  });

  it('turns round what is negated', () => {
    expect(reader.read("i'm not happy").label).not.toBe('happiness');
    expect(reader.read("i'm not happy").valence).toBeLessThan(reader.read("i'm happy").valence);
    expect(reader.read('I am not sad').label).not.toBe('sadness');
  });

  it('orders pleasant above plain above unpleasant, and agitated above calm', () => {
    const valence = (text: string) => reader.read(text).valence;
    expect(valence('such a lovely day, i feel great')).toBeGreaterThan(
      valence('the bus goes from the station'),
    );
    expect(valence('the bus goes from the station')).toBeGreaterThan(valence('i feel awful and worthless'));
    const arousal = (text: string) => reader.read(text).arousal;
    expect(arousal('HELP im freaking out!!!')).toBeGreaterThan(
      arousal('i sat by the window and drank some tea'),
    );
  });

  it('finds more stress in losing the home than in a lost pen', () => {
    const intensity = (text: string) => reader.read(text).intensity;
    expect(intensity("my husband died and i can't pay the rent, we are losing our home")).toBeGreaterThan(
      intensity('i lost my pen at school'),
    );
  });
});

describe('tones and closings', () => {
  it.each(['thank you so much', 'thanks for your help', 'thankyou x'])(
    'reads %j as thanks, not as happiness',
    (text) => {
      const reading = reader.read(text);
      expect(reading.label).toBe('neutral');
      expect(reading.tone).toBe('gratitude');
    },
  );

  it.each(['thank you so much, bye', 'ok thanks, bye', 'good night, take care', 'thanks again. talk soon'])(
    'leaves %j out of the arc',
    (text) => {
      expect(reader.read(text).closing).toBe(true);
    },
  );

  it.each([
    'bye, i wont be here tomorrow',
    'thanks but nothing helps',
    'i said goodbye to my dad at the hospital',
    'thanks. i still feel like dying',
  ])('keeps %j in the arc', (text) => {
    expect(reader.read(text).closing).toBeUndefined();
  });
});

describe('kind words that mean something else', () => {
  it.each(turned.categories.anger)('reads %j as anger, unpleasant and no thanks', (text) => {
    const reading = reader.read(text);
    expect(readingSchema.parse(reading)).toEqual(reading);
    expect(reading.label).toBe('anger');
    expect(reading.valence).toBeLessThanOrEqual(0);
    expect(reading.tone).toBeUndefined();
    expect(reading.closing).toBeUndefined();
    expect(sum(CATEGORIES.map((name) => reading.emotions[name]))).toBeCloseTo(1, 9);
  });

  it('shows the phrase as its evidence, whatever marks stand in it', () => {
    const text = 'Great, just great!!';
    const [evidence, ...others] = reader.read(text).evidence;
    expect(evidence).toMatchObject({ start: 0, end: 17, text: 'Great, just great' });
    expect(others).toEqual([]);
  });

  it.each(['thanks for everything', 'thanks. there is nothing else', 'thanks for listening'])(
    'leaves %j as thanks',
    (text) => {
      expect(reader.read(text)).toMatchObject({ label: 'neutral', tone: 'gratitude' });
    },
  );
});

describe('saying that one is fine', () => {
  it.each([
    "yeah i'm fine lol",
    'lol im ok',
    "no i'm fine haha",
    "I'm fine, really",
    'its all good lol',
    'im fine',
  ])('takes nothing from %j', (text) => {
    expect(reader.read(text)).toMatchObject({ label: 'unclear', reason: 'says-fine', valence: 0 });
  });

  it.each([
    'i feel fine today, slept well',
    'im fine i just didnt eat since yesterday',
    "i'm good thanks",
    "I'm fine now, it passed",
    'im not fine',
    'my nan died on saturday. im fine tho',
  ])('goes on reading %j, which says more', (text) => {
    expect(reader.read(text).reason).not.toBe('says-fine');
  });
});

describe('not knowing', () => {
  it.each([
    ['', 'empty'],
    ['   \n', 'empty'],
    ['...', 'empty'],
    ['ok', 'short'],
    ['hmm', 'short'],
    ['asdkjh qwpoei zxmnv', 'unknown-words'],
    ['me siento muy triste y sola hoy', 'language'],
    ['ich bin so traurig heute', 'language'],
    ['我很难过', 'language'],
    ['мне очень грустно', 'language'],
  ])('says of %j that it is unclear: %s', (text, reason) => {
    const reading = reader.read(text);
    expect(reading).toMatchObject({ label: 'unclear', reason });
  });

  it('guesses nothing about a text that the browser says is in another language', () => {
    const reading = reader.read('i feel so alone', { language: 'other' });
    expect(reading).toMatchObject({
      label: 'unclear',
      reason: 'language',
      evidence: [],
      valence: 0,
      confidence: 0,
    });
  });

  it.each(['im furious with him and i miss him every second', 'so excited and so scared at the same time'])(
    'names two feelings where both are in the words: %j',
    (text) => {
      expect(reader.read(text).label).toBe('mixed');
    },
  );
});

describe('evidence', () => {
  const texts = [
    "I'm not okay but thanks for asking",
    'My dad DIED in march… and i’m sooooo tired of everyone 😭',
    'he lied to me again and again. I hate him',
    'i feel so alone',
  ];

  it.each(texts)('is made of pieces of the text itself: %j', (text) => {
    const { evidence } = reader.read(text);
    expect(evidence.length).toBeGreaterThan(0);
    let last = 0;
    for (const piece of evidence) {
      expect(piece.start).toBeGreaterThanOrEqual(last);
      expect(piece.end).toBeGreaterThan(piece.start);
      expect(text.slice(piece.start, piece.end)).toBe(piece.text);
      last = piece.end;
    }
    expect(sum(evidence.map(({ weight }) => Math.abs(weight)))).toBeLessThanOrEqual(1 + 1e-9);
  });

  it('names the words that carry the reading', () => {
    const heaviest = (text: string) =>
      [...reader.read(text).evidence].sort((a, b) => b.weight - a.weight)[0]?.text ?? '';
    expect(heaviest('on tuesday the man from the bank came and i was terrified')).toContain('terrified');
    expect(heaviest('my gran died on the way to the shops')).toContain('died');
  });

  it('shows a negated word with its negator', () => {
    expect(reader.read("i'm not happy").evidence.map(({ text }) => text)).toContain('not happy');
  });
});
