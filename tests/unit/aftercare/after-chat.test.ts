import { describe, expect, it } from 'vitest';
import { trackCues } from '@/utils/analysis/cues/track-cues';
import { handoffNote } from '@/utils/aftercare/handoff-note';
import { lookBack } from '@/utils/aftercare/look-back';
import type { Message } from '@/utils/conversation/message';
import { createRedactor } from '@/utils/privacy/redact/redactor';

const MESSAGES: Message[] = [
  { id: 'a', side: 'client', author: 'Robin', text: 'my gran Hilda died in march' },
  { id: 'b', side: 'supporter', text: 'I am so sorry about your gran. Losing her must hurt.' },
  {
    id: 'c',
    side: 'client',
    author: 'Robin',
    text: 'yes. and I feel so lonely since, call me on 020 7946 0018',
  },
];
const look = lookBack(MESSAGES, trackCues(MESSAGES));

describe('looking back', () => {
  it('says in the client’s words what opened up and what stayed open', () => {
    expect(look.opened.map(({ n }) => n)).toEqual([1]);
    expect(look.open.map(({ n }) => n)).toEqual([3]);
    expect(look.open[0]?.text).toContain('lonely');
  });

  it('leaves out what was edited away', () => {
    const edited = MESSAGES.map((message) =>
      message.id === 'c' ? { ...message, text: 'never mind' } : message,
    );
    expect(lookBack(edited, trackCues(MESSAGES)).open).toEqual([]);
  });
});

describe('the hand-off note', () => {
  const redactor = createRedactor({ known: ['Robin'], conversation: MESSAGES.map(({ text }) => text) });
  const redact = (text: string) => redactor.redact(text).text;

  it('carries no name or number, and leaves room for what the supporter did', () => {
    const safety = [{ n: 3, text: 'call me on 020 7946 0018' }];
    const note = handoffNote({ messages: 3, look, safety, redact });
    expect(note).not.toContain('Hilda');
    expect(note).not.toContain('7946');
    expect(note).toContain('lonely');
    expect(note).toContain('What I did, and what is agreed');
    expect(note).toContain('please read it before you pass it on');
  });

  it('speaks of safety only when there was something', () => {
    expect(handoffNote({ messages: 3, look, safety: [], redact })).not.toContain('Safety');
  });

  it('takes braces in a quote for text', () => {
    const safety = [{ n: 1, text: '{{n}} {{quote}}' }];
    expect(handoffNote({ messages: 1, look: { opened: [], open: [] }, safety, redact })).toContain(
      '"{{n}} {{quote}}" (message 1)',
    );
  });
});
