import type { View } from '@/utils/messaging/view';
import type { Visibility } from './hint-visibility';
import { usePanel } from './panel-context';

/** Stands where suggestions would be, in the modes that let the supporter go first. */
export function WaitingHints({ view, why }: { view: View; why: Exclude<Visibility, 'shown'> }) {
  const reveal = usePanel((state) => state.reveal);
  return (
    <div className="waiting-hints">
      <p className="soft">
        {why === 'ask'
          ? 'What would you say first? Suggestions are here when you want them.'
          : 'Begin a reply of your own in the chat. After a few words, suggestions show here beside it.'}
      </p>
      <button
        type="button"
        className={why === 'ask' ? 'button' : 'button-quiet'}
        onClick={() => {
          reveal(view);
        }}
      >
        {why === 'ask' ? 'Show suggestions' : 'Show them now'}
      </button>
    </div>
  );
}
