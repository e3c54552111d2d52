import { describe, expect, it } from 'vitest';
import { splitClauses } from '@/utils/suggestions/device/clauses';
import { isFeelingWord } from '@/utils/suggestions/device/feelings';
import { parseClause } from '@/utils/suggestions/device/parse';
import { asDoing, sayBack } from '@/utils/suggestions/device/turn';
import { readSentences } from '@/utils/suggestions/device/words';

const clauses = (text: string) =>
  readSentences(text).flatMap((sentence, i) =>
    splitClauses(sentence, i).map((clause) => parseClause(clause.words, isFeelingWord)),
  );
const saidBack = (text: string): string[] =>
  clauses(text).flatMap((parsed) => (parsed === null ? [] : [sayBack(parsed.words, 'you', parsed)]));
const doing = (text: string): (string | null)[] =>
  clauses(text).map((parsed) => (parsed === null ? null : asDoing(parsed)));

describe('saying a clause back', () => {
  it.each([
    ['i failed my exam again', ['you failed your exam again']],
    ['im so tired of pretending im ok', ["you're so tired of pretending you're ok"]],
    ['i was late and my dad was angry with me', ['you were late', 'your dad was angry with you']],
    ['I went home and was crying', ['you went home and were crying']],
    ['i dont think my mum likes me', ["you don't think your mum likes you"]],
    ['I am the one who has to tell him', ["you're the one who has to tell him"]],
    ['me and my sister havent spoken', ["you and your sister haven't spoken"]],
    ['My husband and I are separating', ['you and your husband are separating']],
    ['he left me for my best friend', ['he left you for your best friend']],
    ['I know whose job it is to tell him', ['you know whose job it is to tell him']],
    ["it's mine, i made it myself", ["it's yours", 'you made it yourself']],
    ['we lost our flat', ['you lost your flat']],
    ['I woke at 3 am and I am still up', ['you woke at 3 am', "you're still up"]],
    ["i don't know who i am without her", ["you don't know who you are without her"]],
    ['my church says people like me are sinful', ['your church says people like you are sinful']],
  ])('%s', (text, expected) => {
    expect(saidBack(text)).toEqual(expected);
  });

  it.each([
    ['cant sleep', ["you can't sleep"]],
    ['been crying all day', ["you've been crying all day"]],
    ['got fired today. havent told my wife', ['you got fired today', "you haven't told your wife"]],
    ['so tired of this', ["you're so tired of this"]],
    ['feels like nobody cares', ['it feels like nobody cares']],
    ['mum says im selfish', ["your mum says you're selfish"]],
  ])('puts back what chat leaves out: %s', (text, expected) => {
    expect(saidBack(text)).toEqual(expected);
  });

  it.each([
    ['i cant sleep i keep thinking about him', ["you can't sleep", 'you keep thinking about him']],
    ['nobody talks to me anymore i feel invisible', ['nobody talks to you any more', 'you feel invisible']],
    ['i told my mum im trans and she cried', ["you told your mum you're trans", 'she cried']],
    ['he keeps promising hell stop', ["he keeps promising he'll stop"]],
    ['since i retired the days are long', ['you retired', 'the days are long']],
  ])('finds the clauses where stops were left out: %s', (text, expected) => {
    expect(saidBack(text)).toEqual(expected);
  });

  it.each([
    ['my boss scold me in front of everyone', ['your boss scolded you in front of everyone']],
    ['she dont care', ["she doesn't care"]],
    ['i am working here since 3 years only', ["you're working here for 3 years"]],
    ['my bf dun want to meet my parents', ["your boyfriend doesn't want to meet your parents"]],
    ['idk wat 2 do', ["you don't know what to do"]],
    ['i feel liek nobdoy cares abt me', ['you feel like nobody cares about you']],
    ['i damn confused', ["you're confused"]],
    ['my mother always angry with me', ['your mother is always angry with you']],
    ['my bonus kena cut', ['your bonus got cut']],
    ['my mum keep compare me with my cousin', ['your mum keeps comparing you with your cousin']],
    ['i always end up alone one', ['you always end up alone']],
    ['i cant afford my sons school trip', ["you can't afford your son's school trip"]],
    ["my husband's drinking is getting worse", ["your husband's drinking is getting worse"]],
    ["we're going to my aunt's on Sunday", ["you're going to your aunt's on Sunday"]],
  ])('speaks plain English whatever the spelling: %s', (text, expected) => {
    expect(saidBack(text)).toEqual(expected);
  });
});

describe('a sentence that begins with what matters', () => {
  it.each([
    ["it's my sister i'm worried about now", ["you're worried about your sister"]],
    ["it's home that's the problem", ['home is the problem']],
    ["it's my sister, she's ill", ["it's your sister", "she's ill"]],
  ])('%s', (text, expected) => {
    expect(saidBack(text)).toEqual(expected);
  });
});

describe('a clause as something one does', () => {
  it.each([
    ['i told my parents', 'telling your parents'],
    ['i cant sleep', 'not being able to sleep'],
    ['i dont know what to do', 'not knowing what to do'],
    ['i keep checking the door', 'checking the door'],
    ['my friend stopped talking to me', 'your friend not talking to you'],
    ['he left me', 'him leaving you'],
    ['my brother never helps', 'your brother never helping'],
    ['i sit in the car and shake', 'sitting in the car and shaking'],
    ['i was told to wait', 'being told to wait'],
    ['ive been looking after my mum', 'looking after your mum'],
    ['i am lying to her', 'lying to her'],
    ["I've got two jobs", 'having two jobs'],
  ])('%s', (text, expected) => {
    expect(doing(text)).toEqual([expected]);
  });

  it.each([
    'im going to fail',
    'nobody does anything here',
    'i hate eating with others',
    'i used to run',
    'i was supposed to be there',
    "it's raining",
  ])('has no form for: %s', (text) => {
    expect(doing(text)).toEqual([null]);
  });
});
