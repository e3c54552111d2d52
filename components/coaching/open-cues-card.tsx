import type { CueKind } from '@/utils/analysis/cues/cue';
import type { ShownCue, View } from '@/utils/messaging/view';
import { usePanel } from '../live/panel-context';
import { conversationId } from '../live/panel-store';
import './coaching.css';

const KIND_WORDS: Record<CueKind, string> = {
  feeling: 'a feeling',
  loss: 'a loss',
  isolation: 'being alone with it',
  hint: 'half said',
};

/** What the client said that still wants an answer. It ticks itself off; nothing here is to be worked through. */
export function OpenCuesCard({ view }: { view: View }) {
  const { cues } = view;
  if (cues === undefined || cues.open.length + cues.takenUp.length === 0) return null;
  return (
    <section className="card" aria-labelledby="cues-title">
      <div className="card-head">
        <h2 className="card-title" id="cues-title">
          Not answered yet
        </h2>
      </div>
      <ul className="cues">
        {cues.open.map((cue) => (
          <CueLine key={`${cue.messageId} ${cue.quote}`} view={view} cue={cue} />
        ))}
        {cues.takenUp.map((cue) => (
          <li key={`${cue.messageId} ${cue.quote}`} className="cue cue-taken note soft">
            <span aria-hidden="true">✓</span> <q>{cue.quote}</q> <span>you took that up</span>
          </li>
        ))}
      </ul>
      {cues.more > 0 && (
        <p className="small soft">
          And {cues.more} more. Nobody answers everything; one of these is a good place to go back to.
        </p>
      )}
    </section>
  );
}

function CueLine({ view, cue }: { view: View; cue: ShownCue }) {
  const choose = usePanel((state) => state.choose);
  const isShown = view.points.some(({ id }) => id === cue.messageId);
  return (
    <li className="cue">
      <q>{cue.quote}</q>
      <span className="small soft cue-about">
        {KIND_WORDS[cue.kind]} ·{' '}
        {isShown ? (
          <button
            type="button"
            className="button-quiet"
            onClick={() => {
              choose({ of: conversationId(view), id: cue.messageId });
            }}
          >
            message {cue.n}
          </button>
        ) : (
          `message ${String(cue.n)}`
        )}
      </span>
    </li>
  );
}
