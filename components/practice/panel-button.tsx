import { useEffect, useState } from 'react';
import type { PracticeApi } from './practice-api';

/** Milliseconds between two looks. */
const EVERY = 2_000;

/** Offers the panel while none is open in this window. The browser does not tell when one opens, so we look again. */
export function PanelButton({ api }: { api: Pick<PracticeApi, 'isPanelOpen' | 'openPanel'> }) {
  const [isOpen, setOpen] = useState(true);
  useEffect(() => {
    let current = true;
    const look = (): void => {
      api.isPanelOpen().then(
        (open) => {
          if (current) setOpen(open);
        },
        () => undefined,
      );
    };
    look();
    // Opening or closing the panel takes or gives the focus.
    const events = ['focus', 'blur', 'resize'] as const;
    for (const event of events) addEventListener(event, look);
    const timer = setInterval(look, EVERY);
    return () => {
      current = false;
      clearInterval(timer);
      for (const event of events) removeEventListener(event, look);
    };
  }, [api]);

  if (isOpen) return null;
  return (
    <button
      type="button"
      className="button practice-panel-button"
      onClick={() => {
        api.openPanel();
        setOpen(true);
      }}
    >
      Open the panel
    </button>
  );
}
