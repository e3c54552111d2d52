import type { Teaching } from '@/utils/messaging/teaching';
import type { View } from '@/utils/messaging/view';
import { countWords, PROBLEM_WORDS, STEP_WORDS } from '@/utils/sites/teach/steps';
import { usePanelActions } from '../live/panel-context';
import './teach.css';

const ORDER = ['theirs', 'yours', 'preview'] as const;
const SHORT = { theirs: 'One of theirs', yours: 'One of yours', preview: 'Look and save' };

/** What to do in the page while it is being taught, and the way out of it. */
export function TeachScreen({ view: { tabId }, teaching }: { view: View; teaching: Teaching }) {
  const { send } = usePanelActions();
  const { step, problem, counts } = teaching;
  const now = ORDER.indexOf(step === 'theirs' ? 'theirs' : step === 'yours' ? 'yours' : 'preview');
  return (
    <section className="teach" aria-labelledby="teach-title">
      <ol className="teach-steps">
        {ORDER.map((each, i) => (
          <li
            key={each}
            className={i < now ? 'done' : i === now ? 'now' : ''}
            aria-current={i === now ? 'step' : undefined}
          >
            {SHORT[each]}
          </li>
        ))}
      </ol>
      <h1 id="teach-title">{STEP_WORDS[step].title}</h1>
      <p className="soft">{STEP_WORDS[step].help}</p>
      {counts && <p className="teach-counts">{countWords(counts)}</p>}
      {problem !== undefined && (
        <p className="note teach-problem" role="alert">
          {PROBLEM_WORDS[problem]}
        </p>
      )}
      <p className="note soft">
        This happens in the page, in a layer of Sidelight’s own. The page sees none of it, and it is gone when
        you are done. Esc in the page leaves.
      </p>
      <button
        type="button"
        className="button button-large"
        onClick={() => {
          send({ kind: 'stop-teaching', tabId });
        }}
      >
        Stop teaching
      </button>
    </section>
  );
}
