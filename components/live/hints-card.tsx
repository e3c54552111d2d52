import type { View } from '@/utils/messaging/view';
import { EndpointConsent } from './endpoint-consent';
import { EndpointUse } from './endpoint-use';
import { EndpointError } from './endpoint-error';
import { AdaptCard } from './adapt-card';
import { CopyNudge } from './copy-nudge';
import { HintItem } from './hint-item';
import { visibilityOf } from './hint-visibility';
import { usePanel, usePanelActions } from './panel-context';
import { conversationId } from './panel-store';
import { safetyFirst, shownHints, suggestionsFor } from './shown-hints';
import { NO_HINTS_WORDS } from './hint-words';
import { WaitingHints } from './waiting-hints';
import { WordingOptions } from './wording-options';
import './hints.css';

/** Three things the supporter could say. While a safety cue is open there are none. */
export function HintsCard({ view }: { view: View }) {
  const { send } = usePanelActions();
  const suggestions = usePanel((state) => suggestionsFor(view, state.suggestions));
  const visibility = usePanel((state) => visibilityOf(view, state.revealed));
  const { engine, hints } = view;
  const kept = engine.kind === 'llm' && engine.declined === true;

  if (safetyFirst(view)) return <p className="hints-aside note soft">{NO_HINTS_WORDS.safety}</p>;
  if (hints === undefined) return null;

  const shown = visibility === 'shown' ? shownHints(view, suggestions) : [];
  const asks = engine.kind === 'llm' && !engine.allowed && !kept;
  return (
    <>
      <AdaptCard view={view} />
      {asks && <EndpointConsent view={view} host={engine.host} />}
      <section className="card" aria-labelledby="hints-title">
        <div className="card-head">
          <h2 className="card-title" id="hints-title">
            You could say
          </h2>
          <SourceChip view={view} status={suggestions?.status} />
          {shown.length > 0 && (
            <button
              type="button"
              className="button again"
              aria-label="Again: other suggestions"
              onClick={() => {
                send({ kind: 'again', tabId: view.tabId });
              }}
            >
              Again
            </button>
          )}
        </div>
        {suggestions?.status === 'failed' && suggestions.code !== undefined && (
          <EndpointError
            key={`${suggestions.code} ${String(suggestions.target.round)}`}
            code={suggestions.code}
            retryAfter={suggestions.retryAfter}
          />
        )}
        {visibility !== 'shown' && hints.reason === undefined ? (
          <WaitingHints view={view} why={visibility} />
        ) : shown.length === 0 ? (
          <p className="soft">{NO_HINTS_WORDS[hints.reason ?? 'listen']}</p>
        ) : (
          <ul className="hints">
            {shown.map(({ hint, from }) => (
              <HintItem
                key={`${hints.messageId} ${String(hints.round)} ${hint.kind}`}
                hint={hint}
                of={conversationId(view)}
                ownDevice={from === 'device' && suggestions !== null && suggestions.hints.length > 0}
                point={view.points.find((point) => point.id === hint.because.id)}
              />
            ))}
          </ul>
        )}
        <CopyNudge view={view} />
        {/* A practice session has its own choice, made before it began. */}
        {view.practice === undefined && <WordingOptions view={view} />}
        <EngineSwitch view={view} kept={kept} />
        {engine.kind === 'llm' && !kept && <EndpointUse view={view} />}
      </section>
    </>
  );
}

function SourceChip({
  view,
  status,
}: {
  view: View;
  status: 'waiting' | 'writing' | 'done' | 'failed' | undefined;
}) {
  const host = view.engine.kind === 'llm' ? view.engine.host : '';
  switch (status) {
    case 'waiting':
      return <span className="chip chip-long">on this device · asking {host}</span>;
    case 'writing':
      return <span className="chip chip-long">{host} · writing</span>;
    case 'done':
      return <span className="chip chip-long">{host}</span>;
    case 'failed':
    case undefined:
      return <span className="chip">on this device</span>;
  }
}

/** Says where the words go when an endpoint is set up, and lets the person change their mind. */
function EngineSwitch({ view, kept }: { view: View; kept: boolean }) {
  const { send } = usePanelActions();
  const { engine, tabId, wording } = view;
  if (engine.kind !== 'llm' || (!engine.allowed && !kept)) return null;
  return (
    <p className="engine-switch small soft">
      <span>{placeWords(engine, wording.style)}</span>
      <button
        type="button"
        className="button-quiet"
        onClick={() => {
          // Someone who kept it on the device reads once more what leaves before any of it does.
          send({ kind: 'allow-llm', tabId, allow: engine.allowed ? false : null });
        }}
      >
        {engine.allowed
          ? engine.builtin
            ? 'Stop for this one'
            : 'Keep on this device'
          : `Use ${engine.host}`}
      </button>
    </p>
  );
}

/** Where the words of this conversation go now. */
function placeWords(
  engine: Extract<View['engine'], { kind: 'llm' }>,
  style: View['wording']['style'],
): string {
  if (!engine.allowed) return 'This conversation stays on this device.';
  if (style === 'ideas') return 'Ideas are made on this device; nothing is sent for them.';
  return engine.builtin === undefined
    ? `Redacted, this conversation goes to ${engine.host}.`
    : 'The browser\u2019s own model helps. Nothing leaves this computer.';
}
