import { describe, expect, it } from 'vitest';
import demo from '@/scripts/demo/chat-page/conversation.json';
import { readMoments } from '@/scripts/eval/moments';
import { createTalk } from '@/scripts/suggest/talk';
import type { Message } from '@/utils/conversation/message';
import { acceptHints } from '@/utils/suggestions/contract';
import { suggestOnDevice } from '@/utils/suggestions/device/suggest';
import { openingOf } from '@/utils/suggestions/select-distinct';

const demoMessages: Message[] = demo.turns.flatMap((turn, i) => [
  ...turn.client.map((text, n): Message => ({ id: `c${i}-${n}`, side: 'client', text })),
  { id: `s${i}`, side: 'supporter', text: turn.supporter },
]);

/** Whole conversations: the demo's, and the written moments one after another as one long talk. */
const CONVERSATIONS: readonly (readonly [string, readonly Message[]])[] = [
  ['the conversation of the demo', demoMessages],
  [
    'a long talk about many things',
    readMoments('tests/corpora/hints/moments.jsonl')
      .filter((moment) => !moment.safety)
      .flatMap((moment) =>
        moment.messages.map((message) => ({ ...message, id: `${moment.id}-${message.id}` })),
      ),
  ],
];

describe.each(CONVERSATIONS)('%s', (_name, messages) => {
  it('gets hints that keep every rule from the first message to the last', () => {
    const talk = createTalk({ reader: null, codeModel: null });
    const shown: string[] = [];
    let turnsWithHints = 0;
    for (const [i, message] of messages.entries()) {
      talk.add(message);
      if (message.side !== 'client' || messages[i + 1]?.side === 'client') continue;
      const { stage, safety, adviceAllowed, openCues, readings, messages: known } = talk.moment();
      const { hints } = suggestOnDevice({
        messages: known,
        readings,
        stage,
        openCues,
        safety,
        round: 0,
        recent: shown,
      });
      if (safety) expect(hints).toEqual([]);
      expect(acceptHints(hints, known, shown, { adviceAllowed }).dropped).toEqual([]);
      const said = known.filter(({ side }) => side === 'supporter').map(({ text }) => text);
      for (const hint of hints) {
        const source = known.find(({ id }) => id === hint.because.id);
        expect(source?.side).toBe('client');
        expect(source?.text.slice(hint.because.start, hint.because.end)).toBe(hint.because.text);
        expect(shown.slice(-9).map(openingOf)).not.toContain(openingOf(hint.text));
        expect([...shown.slice(-30), ...said]).not.toContain(hint.text);
        if (!adviceAllowed) expect(hint.technique).not.toMatch(/^(?:advice|information)/u);
        else if (/^(?:advice|information)/u.test(hint.technique))
          expect(hint.technique).toMatch(/permission$/u);
        shown.push(hint.text);
      }
      if (hints.length > 0) turnsWithHints += 1;
    }
    expect(turnsWithHints).toBeGreaterThan(6);
  });
});
