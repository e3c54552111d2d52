import type { View } from '@/utils/messaging/view';
import { usePanel } from './panel-context';

/** Ways to a conversation that Sidelight does not find by itself. */
export function OtherWays({ view }: { view: View }) {
  const paste = usePanel((state) => state.paste);
  if (view.state === 'starting' || view.state === 'outdated') return null;
  return (
    <div className="other-ways">
      <button
        type="button"
        className="button button-large"
        onClick={() => {
          paste(view.tabId);
        }}
      >
        Paste a conversation
      </button>
    </div>
  );
}
