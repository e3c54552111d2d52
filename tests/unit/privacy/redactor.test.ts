import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createRedactor } from '@/utils/privacy/redact/redactor';
import { sourceSpan } from '@/utils/privacy/redact/source-span';

describe('one conversation', () => {
  it('gives the same thing the same placeholder, however it is written', () => {
    const redactor = createRedactor({ known: ['Anna Kowalska'] });
    expect(redactor.redact('Anna Kowalska wrote.').text).toBe('[NAME_1] wrote.');
    expect(redactor.redact("anna is sad, ANNA's mum too, annas dog").text).toBe(
      "[NAME_1] is sad, [NAME_1]'s mum too, [NAME_1]s dog",
    );
    expect(redactor.redact('call 07700 900123 or +44 7700 900 123').text).toBe('call [PHONE_1] or [PHONE_1]');
    expect(redactor.redact('Jo.S@Example.org, jo.s@example.org').text).toBe('[EMAIL_1], [EMAIL_1]');
  });

  it('tells people apart and counts them in the order of the text', () => {
    const { text } = createRedactor({ known: [] }).redact('I told Priya, then Kwame, then Priya again.');
    expect(text).toBe('I told [NAME_1], then [NAME_2], then [NAME_1] again.');
  });

  it('knows a name from then on once somebody was introduced', () => {
    const redactor = createRedactor({ known: [] });
    redactor.redact('my flatmate is called Ottoline');
    expect(redactor.redact('ottoline never came home').text).toBe('[NAME_1] never came home');
  });

  it('takes in names that the page shows later', () => {
    const redactor = createRedactor({ known: [] });
    expect(redactor.redact('quibble left').text).toBe('quibble left');
    redactor.meet(['Quibble']);
    expect(redactor.redact('quibble left').text).toBe('[NAME_1] left');
  });

  it('reads a text again once it knows more names', () => {
    const redactor = createRedactor({ known: [] });
    expect(redactor.redact('and then quibble rang').text).toBe('and then quibble rang');
    redactor.redact('my cousin Quibble came back');
    expect(redactor.redact('and then quibble rang').text).toBe('and then [NAME_1] rang');
  });

  it('can read the conversation first, so that the newest message may be asked for first', () => {
    const conversation = ['I live with Priya', 'and with my cousin Quibble', 'quibble and priya hate me'];
    const redactor = createRedactor({ known: [], conversation });
    expect(redactor.redact('quibble and priya hate me').text).toBe('[NAME_2] and [NAME_1] hate me');
    expect(redactor.redact('I live with Priya').text).toBe('I live with [NAME_1]');
  });

  it('leaves the roles that sites show in place of names alone', () => {
    const redactor = createRedactor({ known: ['You', 'Visitor 1234', 'Listener', 'Client'] });
    expect(redactor.redact('are you a listener or a client?').found).toEqual([]);
  });
});

describe('names that are everyday words', () => {
  const redactor = createRedactor({ known: ['Will Turner', 'Grace', 'Hope', 'May', 'Mark'] });
  it.each([
    ['will it ever stop', 'will it ever stop'],
    ['I lost all hope in may', 'I lost all hope in may'],
    ['Will you tell Will?', 'Will you tell [NAME_1]?'],
    ['mark said no', '[NAME_2] said no'],
    ['Grace was kind, there is grace in that', '[NAME_3] was kind, there is grace in that'],
  ])('%s', (text, redacted) => expect(redactor.redact(text).text).toBe(redacted));
});

describe('restoring', () => {
  it('understands a placeholder however a model spells it', () => {
    const redactor = createRedactor({ known: ['Anna'] });
    redactor.redact('Anna, anna@example.org');
    expect(
      redactor.restore("[NAME_1]'s and **[Name_1]**, [name 1]! NAME_1, {NAME-1} \\[NAME\\_1\\] [NAME]"),
    ).toBe("Anna's and **Anna**, Anna! Anna, Anna Anna Anna");
    expect(redactor.restore('write to [EMAIL_1].')).toBe('write to anna@example.org.');
  });

  it('speaks of people as the conversation does now', () => {
    const redactor = createRedactor({ known: ['Anna Kowalska'] });
    redactor.redact('Anna Kowalska');
    redactor.redact('anna was here');
    expect(redactor.restore('How is [NAME_1]?')).toBe('How is anna?');
  });

  it('turns a placeholder that the model made up into neutral words', () => {
    const redactor = createRedactor({ known: [] });
    expect(redactor.restore('Call [NAME_7] on [PHONE_2].')).toBe('Call this person on that number.');
  });

  it('never restores twice', () => {
    const redactor = createRedactor({ known: ['[NAME_2]', 'Anna'] });
    const { text } = redactor.redact('Anna and @[NAME_2]');
    expect(redactor.restore(text)).toBe('Anna and @[NAME_2]');
  });
});

describe('text that looks like a placeholder already', () => {
  it('stays, and its number is never given to a person', () => {
    const redactor = createRedactor({ known: ['Anna'] });
    const { text } = redactor.redact('[NAME_1] met Anna');
    expect(text).toBe('[NAME_1] met [NAME_2]');
    expect(redactor.restore(text)).toBe('[NAME_1] met Anna');
  });

  it('is escaped when the placeholder is in use', () => {
    const redactor = createRedactor({ known: ['Anna'] });
    redactor.redact('Anna');
    const { text } = redactor.redact('what does [NAME_1] mean');
    expect(text).toBe('what does [LITERAL_1] mean');
    expect(redactor.restore(text)).toBe('what does [NAME_1] mean');
  });
});

describe('where things stood', () => {
  it('says where each thing was in the text as given, invisible characters and all', () => {
    const text = 'é😀 mail jo\u200B@exam\u200Bple.org or José';
    const { found } = createRedactor({ known: ['jose'] }).redact(text);
    expect(found.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['email', 'jo\u200B@exam\u200Bple.org'],
      ['name', 'José'],
    ]);
  });

  it('leads a quote of the redacted text back to the words of the client', () => {
    const original = 'I told Anna Kowalska, then 07700 900123 rang and I cried.';
    const redaction = createRedactor({ known: ['Anna Kowalska'] }).redact(original);
    const back = (quote: string): string => {
      const start = redaction.text.indexOf(quote);
      const span = sourceSpan(redaction, start, start + quote.length);
      return original.slice(span.start, span.end);
    };
    expect(back('I told')).toBe('I told');
    expect(back('told [NAME_1], then')).toBe('told Anna Kowalska, then');
    expect(back('NAME_1')).toBe('Anna Kowalska');
    expect(back('[PHONE_1] rang and I cried.')).toBe('07700 900123 rang and I cried.');
    expect(back('cried')).toBe('cried');
  });
});

describe('what a redactor gives away', () => {
  it('is nothing, when it is serialised, printed or looped over', () => {
    const redactor = createRedactor({ known: ['Anna Kowalska'] });
    redactor.redact('Anna Kowalska, 07700 900123');
    const all = [
      JSON.stringify({ redactor }),
      inspect(redactor, { depth: 9, showHidden: true }),
      String(redactor),
    ];
    for (const output of all) expect(output).not.toMatch(/anna|kowalska|900123/i);
    expect(Object.values(redactor).every((value) => typeof value === 'function')).toBe(true);
  });
});
