import type { View } from '@/utils/messaging/view';
import { usePanelActions } from '../live/panel-context';
import { sightInWords } from './sight-words';
import './sides.css';

/** Says that the page is read by guess, what was seen, and how to do better. */
export function GuessNote({ view }: { view: View }) {
  const { send } = usePanelActions();
  if (view.isGuess !== true || view.teaching !== undefined) return null;
  const { total, client, supporter, unknown } = view.counts;
  const isPlain = total > 0 && unknown === 0;
  return (
    <section className="card guess-note" aria-labelledby="guess-title">
      <h2 className="card-title" id="guess-title">
        I don{'\u2019'}t know this site
      </h2>
      <p>
        I read it as a chat by what it looks like: {plural(total, 'message')}
        {isPlain
          ? `, ${String(client)} theirs and ${String(supporter)} yours.`
          : total === unknown
            ? ', and I can\u2019t tell whose they are.'
            : `, ${String(client)} theirs, ${String(supporter)} yours, ${String(unknown)} I can\u2019t tell.`}{' '}
        Compare it with the page before you rely on it.
      </p>
      {view.health !== undefined && (
        <details className="small soft">
          <summary>What I see</summary>
          <p>{sightInWords(view.health)}</p>
        </details>
      )}
      <button
        type="button"
        className="button"
        onClick={() => {
          send({ kind: 'teach', tabId: view.tabId });
        }}
      >
        Teach this site
      </button>
    </section>
  );
}

function plural(n: number, word: string): string {
  return `${String(n)} ${word}${n === 1 ? '' : 's'}`;
}
