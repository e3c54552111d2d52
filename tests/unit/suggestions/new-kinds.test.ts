import { describe, expect, it } from 'vitest';
import type { HintKind } from '@/utils/suggestions/hint';
import { client, hintsFor } from './hint-corpus';

/** What is said over three rounds, by kind of hint. */
function saidOf(text: string): Record<HintKind, string> {
  const said: Record<HintKind, string> = { explore: '', empathise: '', support: '' };
  for (const round of [0, 1, 2])
    for (const hint of hintsFor([client(text)], { round }).hints) said[hint.kind] += `${hint.text} | `;
  return said;
}

describe('something done', () => {
  it.each([
    'been clean 60 days today',
    'i played my first gig last night and i didnt run away',
    'i finally told my mum what happened at school',
    'I handed in my dissertation this morning',
    'i ate breakfast today for the first time in weeks',
  ])('is met as theirs, and with no pity: %s', (text) => {
    const { empathise, support } = saidOf(text);
    expect(`${empathise}${support}`).toMatch(
      /took|no small thing|worth|achievement|big step|proud|well done|your doing|count|courage|pleased/iu,
    );
    expect(`${empathise}${support}`).not.toMatch(/sounds hard|can't be easy|allowed to find this hard/u);
  });

  it.each([
    'stood up for the new kid today and now theyre all calling me his girlfriend',
    'i finally told him and he laughed at me',
    'i wish i could get through the whole day without crying',
  ])('is no achievement when it went wrong or was only wished: %s', (text) => {
    expect(Object.values(saidOf(text)).join('')).not.toMatch(/well done|achievement|enjoy this one/iu);
  });
});

describe('drawing back', () => {
  it.each(['i just sat in the car for a bit, couldnt go in', 'ive been ignoring all my messages for weeks'])(
    'is heard as too much, and not blamed: %s',
    (text) => {
      const said = saidOf(text);
      expect(said.empathise).toMatch(/too much|needed that moment|pull(?:ed|ing) back|shut things out/u);
      expect(said.support).not.toMatch(/well done|you should/iu);
    },
  );
});

describe('a face that is put on', () => {
  it.each([
    'i keep telling everyone im fine',
    'everyone thinks im the strong one',
    'sick of pretending to be happy all day',
  ])('is not taken at its word: %s', (text) => {
    const { empathise, support } = saidOf(text);
    expect(empathise).toMatch(/tiring|whole story|front|two different things/u);
    expect(support).toMatch(/fine in here|strong|brave face|pretend/iu);
  });

  it('is not found where somebody else says that they are fine', () => {
    expect(saidOf('the doctor keeps saying im fine').support).not.toMatch(/brave face|pretend with me/u);
  });
});

describe('something dropped', () => {
  it('is asked about as something that was liked, and is no failing', () => {
    const said = saidOf('i havent touched my guitar in months');
    expect(said.explore).toMatch(/like about it|miss about it|got in the way/u);
    expect(said.support).toMatch(/isn't a failing|owe anyone a reason/u);
  });
});

describe('turning to somebody', () => {
  it('is met with gladness for that person', () => {
    const said = Object.values(saidOf('maybe i could talk to my aunt about it')).join('');
    expect(said).toMatch(/your aunt/u);
    expect(said).not.toMatch(/Thank you for telling me about your aunt/u);
  });
});

describe('wanting it to stop', () => {
  it('is stayed with, without a promise', () => {
    const { empathise, support } = saidOf('i just want this feeling to stop');
    expect(empathise).toMatch(/not to feel like this|enough of feeling this way/u);
    expect(support).toMatch(/staying here|want that to stop|alone/u);
    expect(support).not.toMatch(/will (?:pass|stop)|get better|be (?:fine|ok)/u);
  });
});

describe('a doubt about the one who listens', () => {
  it.each(['do you even care or is it just your job', 'you probably say that to everyone'])(
    'is taken as fair: %s',
    (text) => {
      const said = Object.values(saidOf(text)).join('');
      expect(said).toMatch(/fair|real|means it|why you'd ask|makes you ask|cares/u);
      expect(said).not.toMatch(/therapist|I promise/u);
    },
  );
});
