import { useEffect, useRef, useState } from 'react';
import type { View } from '@/utils/messaging/view';
import { MenuIcon } from '../common/icons';
import { canTeach } from './other-ways';
import { usePanel, usePanelActions } from './panel-context';

/** What is needed seldom, in one place. */
export function PanelMenu({ view }: { view: View }) {
  const paste = usePanel((state) => state.paste);
  const { send } = usePanelActions();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const close = ({ target }: Event): void => {
      if (target instanceof Node && box.current?.contains(target) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
    };
  }, [isOpen]);

  function choose(act: () => void): void {
    setOpen(false);
    act();
  }

  return (
    <div
      className="panel-menu"
      ref={box}
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !isOpen) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        className="button-icon"
        aria-label="More"
        title="More"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        <MenuIcon />
      </button>
      {isOpen && (
        <ul className="panel-menu-list">
          {canTeach(view) && (
            <li>
              <button
                type="button"
                onClick={() => {
                  choose(() => {
                    send({ kind: 'teach', tabId: view.tabId });
                  });
                }}
              >
                Teach this site…
              </button>
            </li>
          )}
          <li>
            <button
              type="button"
              onClick={() => {
                choose(() => {
                  paste(view.tabId);
                });
              }}
            >
              Paste a conversation…
            </button>
          </li>
        </ul>
      )}
    </div>
  );
}
