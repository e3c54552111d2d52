import { describe, expect, it } from 'vitest';
import { trackCues } from '@/utils/analysis/cues/track-cues';
import type { Message } from '@/utils/conversation/message';
import { buildCues } from '@/utils/messaging/build-cues';

const talk = (...lines: string[]): Message[] =>
  lines.map((line, i) => ({
    id: `m${String(i + 1)}`,
    side: line.startsWith('> ') ? 'supporter' : 'client',
    text: line.replace(/^> /, ''),
  }));
const shown = (messages: readonly Message[], dropped = 0) =>
  buildCues({ messages, dropped, cues: trackCues(messages) });

describe('what waits for an answer', () => {
  const MESSAGES = talk(
    'my dog died on monday',
    '> What did you have for lunch?',
    'soup. I feel so lonely in this flat',
  );

  it('is quoted with the number of its message', () => {
    const { open } = shown(MESSAGES, 10);
    expect(open.map(({ n, kind }) => [n, kind])).toEqual(
      expect.arrayContaining([
        [11, 'loss'],
        [13, expect.stringMatching(/isolation|feeling/)],
      ]),
    );
    expect(open.every(({ quote }) => quote !== '')).toBe(true);
  });

  it('is ticked off when the supporter takes it up, and stays gone after the next reply', () => {
    const answered = [
      ...MESSAGES,
      ...talk('> I am so sorry about your dog. Losing him on Monday must hurt.'),
    ].map((message, i) => ({ ...message, id: `m${String(i + 1)}` }));
    const after = shown(answered);
    expect(after.takenUp.map(({ messageId }) => messageId)).toContain('m1');
    expect(after.open.map(({ messageId }) => messageId)).not.toContain('m1');
    const later = [...answered, { id: 'm5', side: 'supporter' as const, text: 'Take your time.' }];
    expect(shown(later).takenUp).toEqual([]);
  });

  it('is never more than three at once; the rest is counted', () => {
    const many = talk(
      'my mum died in june',
      'I feel so ashamed of myself',
      'nobody ever calls me',
      'I am terrified of the exam',
      'and my girlfriend left me',
    );
    const { open, more } = shown(many);
    expect(open).toHaveLength(3);
    expect(more).toBeGreaterThan(0);
  });

  it('quotes the same words once, however many cues stand in them', () => {
    const { open } = shown(talk('I stayed in bed, I feel so lonely and sad and I could not face anyone'));
    expect(new Set(open.map(({ quote }) => quote)).size).toBe(open.length);
  });

  it('is left out when its words were edited away', () => {
    const cues = trackCues(MESSAGES);
    const edited = MESSAGES.map((message) => (message.id === 'm1' ? { ...message, text: 'hello' } : message));
    const { open } = buildCues({ messages: edited, dropped: 0, cues });
    expect(open.map(({ messageId }) => messageId)).not.toContain('m1');
  });
});
