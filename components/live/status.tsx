import { useEffect, useRef } from 'react';
import type { View } from '@/utils/messaging/view';
import { announcement } from './announce';
import { usePanel } from './panel-context';
import { conversationId } from './panel-store';
import { suggestionsFor } from './shown-hints';

/** The one polite live region. What it said of one conversation is never there beside another. */
export function Status({ view }: { view: View | null }) {
  const said = usePanel((state) => state.said);
  const say = usePanel((state) => state.say);
  const ended = usePanel((state) =>
    view === null ? false : suggestionsFor(view, state.suggestions)?.status === 'done',
  );
  const host = view?.engine.kind === 'llm' ? view.engine.host : '';
  const before = useRef<View | null>(null);

  useEffect(() => {
    if (view === null || before.current === view) return;
    const text = announcement(before.current, view);
    before.current = view;
    if (text !== null) say(text);
  }, [view, say]);

  useEffect(() => {
    if (ended) say(`Suggestions from ${host} are here.`);
  }, [ended, host, say]);

  return (
    <p className="unseen" role="status">
      {view !== null && conversationId(view) === said.of && said.text}
    </p>
  );
}
