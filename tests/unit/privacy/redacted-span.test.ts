import { expect, it } from 'vitest';
import { redactedSpan, sourceSpan } from '@/utils/privacy/redact/source-span';
import { createRedactor } from '@/utils/privacy/redact/redactor';

const text = 'I told Hannah, then Mehmet, that nothing helps at night';
const redaction = createRedactor({ known: ['Hannah', 'Mehmet'] }).redact(text);

it('finds words behind names at their place in the redacted text, and leads back', () => {
  const start = text.indexOf('nothing helps');
  const there = redactedSpan(redaction, start, start + 'nothing helps'.length);
  expect(redaction.text.slice(there.start, there.end)).toBe('nothing helps');
  expect(sourceSpan(redaction, there.start, there.end)).toEqual({ start, end: start + 13 });
});

it('takes in the whole placeholder, so that no half of a name is ever cut out', () => {
  const start = text.indexOf('nah');
  const there = redactedSpan(redaction, start, text.indexOf('Meh') + 3);
  expect(redaction.text.slice(there.start, there.end)).toBe('[NAME_1], then [NAME_2]');
});
