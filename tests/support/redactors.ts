import { createRedactor, type Redactor } from '@/utils/privacy/redact/redactor';

/** Takes nothing out, for tests that are about something else. */
export const openRedactor: Pick<Redactor, 'redact' | 'restore'> = {
  redact: (text) => ({ text, found: [] }),
  restore: (text) => text,
};

/** The real one, told of these names. */
export function redactorKnowing(...known: string[]): Redactor {
  return createRedactor({ known });
}
