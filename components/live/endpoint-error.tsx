import { useEffect, useState } from 'react';
import type { LlmErrorCode } from '@/utils/llm/error-codes';
import { LLM_ERROR_WORDS } from '@/utils/llm/error-words';
import { usePanelActions } from './panel-context';

/** Seconds to wait when the endpoint did not say. */
const DEFAULT_WAIT = 20;

interface Props {
  code: LlmErrorCode;
  /** Seconds, when the endpoint said so. */
  retryAfter: number | undefined;
}

/** What went wrong with the endpoint: its words, its cause, and one thing to do. */
export function EndpointError({ code, retryAfter }: Props) {
  const { openSettings, retrySuggestions } = usePanelActions();
  const { title, cause, action } = LLM_ERROR_WORDS[code];
  return (
    <div className="endpoint-error note" role="alert">
      <p>
        <strong>{title}</strong> {cause} These suggestions are from this device.
      </p>
      {action.do === 'settings' && (
        <button type="button" className="button" onClick={openSettings}>
          {action.label}
        </button>
      )}
      {action.do === 'again' && (
        <button type="button" className="button" onClick={retrySuggestions}>
          {action.label}
        </button>
      )}
      {action.do === 'wait' && <WaitButton label={action.label} seconds={retryAfter ?? DEFAULT_WAIT} />}
      {action.do === 'none' && action.label !== '' && <p>{action.label}</p>}
    </div>
  );
}

/** A button that can be pressed once the wait is over. */
function WaitButton({ label, seconds }: { label: string; seconds: number }) {
  const { retrySuggestions } = usePanelActions();
  const [left, setLeft] = useState(Math.ceil(seconds));
  const over = left <= 0;
  useEffect(() => {
    if (over) return;
    const timer = setInterval(() => {
      setLeft((before) => before - 1);
    }, 1_000);
    return () => {
      clearInterval(timer);
    };
  }, [over]);
  return (
    <button type="button" className="button" disabled={!over} onClick={retrySuggestions}>
      {over ? label : `${label} (in ${String(left)} s)`}
    </button>
  );
}
