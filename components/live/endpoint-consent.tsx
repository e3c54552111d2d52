import type { View } from '@/utils/messaging/view';
import { usePanelActions } from './panel-context';

/** Asks, for this one conversation, before any of it leaves the device. */
export function EndpointConsent({ view, host }: { view: View; host: string }) {
  const isBuiltin = view.engine.kind === 'llm' && view.engine.builtin !== undefined;
  const { send } = usePanelActions();
  return (
    <section className="card endpoint-consent" aria-labelledby="endpoint-consent-title">
      {isBuiltin ? (
        <>
          <h2 id="endpoint-consent-title">Use {host} for this conversation?</h2>
          <p className="note soft">Suggestions may read better. Everything stays on this computer.</p>
        </>
      ) : (
        <>
          <h2 id="endpoint-consent-title">Send this conversation, redacted, to {host}?</h2>
          <p className="note soft">
            Suggestions may read better. Names, numbers and links that Sidelight recognises are replaced
            first, but it can miss some, and the rest of the words leave this computer. Nothing has been sent
            yet.
          </p>
        </>
      )}
      <div className="row">
        <button
          type="button"
          className="button"
          onClick={() => {
            send({ kind: 'allow-llm', tabId: view.tabId, allow: true });
          }}
        >
          Allow
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            send({ kind: 'allow-llm', tabId: view.tabId, allow: false });
          }}
        >
          {isBuiltin ? 'Not for this one' : 'Keep on this device'}
        </button>
      </div>
    </section>
  );
}
