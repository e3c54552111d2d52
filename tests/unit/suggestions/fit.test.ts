import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goodBeforeWrong, readJudgedHints } from '@/scripts/measure/fit';
import { fitModelFrom } from '@/scripts/train/fit';
import { type JudgedTurn, readChosenVerdicts, readVerdicts } from '@/scripts/train/hint-verdicts';
import { WeightsError } from '@/utils/analysis/emotion/weights-error';
import { checksum } from '@/utils/analysis/model-file';
import type { Message } from '@/utils/conversation/message';
import { suggestOnDevice, type SuggestInput } from '@/utils/suggestions/device/suggest';
import { toldOf } from '@/utils/suggestions/device/told';
import type { Fit, FitReader, Offered, Told } from '@/utils/suggestions/fit/fit';
import { createThemeReader, parseThemeModel } from '@/utils/analysis/themes/theme-model';
import { echoMarksOf, wordsOf } from '@/utils/suggestions/fit/fit-features';
import {
  createFitReader,
  MOST_STEPS,
  packSteps,
  parseFitModel,
  unpackSteps,
} from '@/utils/suggestions/fit/fit-model';

const committed = (): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync('public/models/fit.bin'));
const read = createFitReader(parseFitModel(committed()));
const themes = createThemeReader(parseThemeModel(new Uint8Array(readFileSync('public/models/themes.bin'))));
const judged = readJudgedHints('.');
/** A turn of which nothing but its words is known. */
const bare = (text: string): Told => toldOf(text, null, null);

/** Changes the file and mends its checksum, so that what comes behind the checksum is tested too. */
function changed(change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>): Uint8Array {
  const bytes = change(committed());
  new DataView(bytes.buffer).setUint32(4, checksum(bytes.subarray(8)), true);
  return bytes;
}

describe('the weights of fit', () => {
  it.each([
    ['cut off', committed().subarray(0, 8), 'too short'],
    ['of another kind', changed((bytes) => bytes.fill(0, 0, 4)), 'not a model of fit'],
    ['damaged', committed().fill(1, 200, 210), 'damaged'],
    ['shorter than they say', changed((bytes) => bytes.slice(0, -1)), 'not as large'],
  ])('that are %s say so', (_, bytes, why) => {
    expect(() => parseFitModel(bytes)).toThrow(WeightsError);
    expect(() => parseFitModel(bytes)).toThrow(why);
  });
});

const hint = (text: string, line = text): Offered => ({ kind: 'support', point: 'event', text, line });

describe('how a hint fits', () => {
  it('is told in chances of one whole, whatever the texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (turn, text) => {
        const { good, plain, wrong } = read(toldOf(turn, text, themes))(hint(text, 'another line'));
        expect(good + plain + wrong).toBeCloseTo(1);
        expect(Math.min(good, plain, wrong)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('takes no notice of words that nobody judged', () => {
    expect(read(bare('qwzx qwzy'))(hint("I'm here."))).toEqual(read(bare(''))(hint("I'm here.")));
  });

  it('is the same however often it is asked, and whatever was asked between', () => {
    const before = read(bare('my cat died'))(hint("I'm so sorry."));
    read(bare('we won the cup!!'))(hint("I'm so sorry."));
    expect(read(bare('my cat died'))(hint("I'm so sorry."))).toEqual(before);
  });

  it('depends on what the line is for, and on what was asked before', () => {
    const alone: Offered = { ...hint("It's lonely, carrying that by yourself."), heart: 'lonely' };
    const heart = (share: number): Told => ({
      ...bare('i sat in the car for an hour'),
      hearts: new Map([['lonely', share]]),
    });
    expect(read(heart(0.6))(alone)).not.toEqual(read(heart(0.01))(alone));
    const question: Offered = { ...hint('What happened?'), kind: 'explore' };
    const after = (before: string | null): Told => ({ ...bare('no'), before });
    expect(read(after('Did anything happen?'))(question)).not.toEqual(read(after(null))(question));
  });

  it('is read from how much of the turn is said back, and from where', () => {
    const turn = wordsOf('the bus was late and it rained all day and then my sister hung up on me');
    const marks = (text: string): string[] => echoMarksOf({ text, line: '{Whole}.' }, turn);
    expect(marks('The bus was late.')).toContain('<echoes start>');
    expect(marks('Your sister hung up on you.')).toContain('<echoes end>');
    expect(marks('It rained.')).toEqual(expect.arrayContaining(['<echoes 0>', '<echoes middle>']));
    expect(marks('The bus was late and it rained all day and then your sister hung up on you.')).toContain(
      '<echoes 3 all>',
    );
    expect(marks('Quite other words.')).toEqual(['<echoes nothing>']);
  });

  it('is judged on turns that nothing was learnt from', () => {
    const learnt = new Set(
      [...readVerdicts('.'), ...readChosenVerdicts('.')].map(({ text }) => text.toLowerCase()),
    );
    expect(judged.length).toBeGreaterThan(400);
    expect(judged.filter(({ text }) => learnt.has(text.toLowerCase()))).toEqual([]);
  });

  it('puts what readers called good before what they called wrong, more than three times in four', () => {
    expect(goodBeforeWrong({ fit: read, themes }, judged).share).toBeGreaterThan(0.77);
  });
});

describe('whole numbers, two to a byte', () => {
  it('come out as they went in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -MOST_STEPS, max: MOST_STEPS })), (numbers) => {
        const packed = packSteps(Int8Array.from(numbers));
        expect([...(unpackSteps(packed, numbers.length) ?? [])]).toEqual(numbers);
      }),
    );
  });

  it('are refused where there are too many, too few or none such', () => {
    expect(unpackSteps(Uint8Array.of(0x77), 3)).toBeNull();
    expect(unpackSteps(Uint8Array.of(0x77, 0x77), 1)).toBeNull();
    expect(unpackSteps(Uint8Array.of(0xff), 2)).toBeNull();
  });
});

describe('learning from verdicts', () => {
  const turns: JudgedTurn[] = Array.from({ length: 1_000 }, (_, i) => {
    const sad = i % 2 === 0;
    return {
      text: sad ? 'my dog died today' : 'we won the cup today',
      hints: [
        ['support', 'event', sad ? 'good' : 'wrong', "I'm so sorry."],
        ['support', 'event', sad ? 'wrong' : 'good', 'Well done!'],
      ],
    };
  });

  it('finds which hint answers which turn', () => {
    const fitOf = createFitReader(parseFitModel(fitModelFrom(turns, null)));
    const good = (turn: string, text: string): number => fitOf(bare(turn))(hint(text)).good;
    expect(good('my dog died today', "I'm so sorry.")).toBeGreaterThan(
      good('my dog died today', 'Well done!'),
    );
    expect(good('we won the cup today', 'Well done!')).toBeGreaterThan(
      good('we won the cup today', "I'm so sorry."),
    );
  });

  it('gives the same bytes each time', () => {
    expect(fitModelFrom(turns, null)).toEqual(fitModelFrom(turns, null));
  });
});

describe('the choice of hints', () => {
  const CLIENT: Message = {
    id: 'c1',
    side: 'client',
    text: 'i failed my maths exam again and my dad is going to be so angry with me',
  };
  const ask = (fit: FitReader | null, more: Partial<SuggestInput> = {}): string[] =>
    suggestOnDevice({
      messages: [CLIENT],
      readings: () => null,
      round: 0,
      models: { themes: null, fit },
      ...more,
    }).hints.map(({ text }) => text);
  const only = (verdict: keyof Fit): Fit => ({ good: 0, plain: 0, wrong: 0, [verdict]: 1 });

  it('passes over what readers would call wrong', () => {
    const without = ask(null);
    expect(without.length).toBeGreaterThan(0);
    const refused = new Set(without);
    const chosen = ask(
      () =>
        ({ text }) =>
          only(refused.has(text) ? 'wrong' : 'plain'),
    );
    expect(chosen.length).toBeGreaterThan(0);
    expect(chosen.filter((text) => refused.has(text))).toEqual([]);
  });

  it('goes on as before where fit cannot tell hints apart', () => {
    // Of what people come to talk about only the bank knows, and it speaks where fit is read at all.
    const more = { messages: [{ ...CLIENT, text: 'my bike got stolen and nobody saw it' }] };
    const before = ask(null, more);
    expect(before.length).toBeGreaterThan(0);
    expect(ask(() => () => only('plain'), more)).toEqual(before);
  });

  it('is no way past safety', () => {
    expect(ask(() => () => only('good'), { safety: true })).toEqual([]);
  });
});
