import { useState } from 'react';
import type { View } from '@/utils/messaging/view';
import { siteName } from '@/utils/platform/match-pattern';
import { usePanelActions } from '../live/panel-context';
import './consent-screen.css';

/** Part of the page comes from another site: the conversation may be there, and is read only when that is allowed, too. */
export function FrameCard({ view: { tabId, frames = [] } }: { view: View }) {
  const { requestSite, send } = usePanelActions();
  const [problem, setProblem] = useState<string | null>(null);
  if (frames.length === 0) return null;

  function onClick(origin: string): void {
    // First thing in the click: the browser shows its prompt only while it still sees the person's gesture.
    requestSite(origin).then(
      (allowed) => {
        if (allowed) send({ kind: 'allowed-frame', tabId, origin });
        else setProblem('The browser was told no, so it stays closed. You can ask again.');
      },
      () => {
        setProblem(
          'The browser would not ask. Click the Sidelight icon in the toolbar, then try again here.',
        );
      },
    );
  }

  return (
    <section className="card frame-card" aria-labelledby="frame-title">
      <h2 className="card-title" id="frame-title">
        Is the chat in a frame?
      </h2>
      <p>
        Part of this page comes from{' '}
        {frames.length === 1 ? <strong>{siteName(frames[0] ?? '')}</strong> : 'other sites'}. If the
        conversation is there, Sidelight needs your leave for that site, too.
      </p>
      {frames.map((origin) => (
        <button
          key={origin}
          type="button"
          className="button"
          onClick={() => {
            onClick(origin);
          }}
        >
          Read {siteName(origin)}, too
        </button>
      ))}
      {problem !== null && (
        <p className="note" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
