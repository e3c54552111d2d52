import { useState } from 'react';

type Step = 'calm' | 'kept' | 'asking' | 'working' | 'done' | 'failed';

/** Empties everything that is kept, after one more question in the same place. */
export function ForgetCard({
  forget,
  onForgotten,
}: {
  forget: () => Promise<void>;
  onForgotten: () => void;
}) {
  const [step, setStep] = useState<Step>('calm');

  function onConfirm(): void {
    setStep('working');
    forget().then(
      () => {
        setStep('done');
        onForgotten();
      },
      () => {
        setStep('failed');
      },
    );
  }

  return (
    <section className="card" aria-labelledby="forget-title">
      <div className="card-head">
        <h2 id="forget-title" className="card-title">
          Forget everything
        </h2>
      </div>
      <p className="soft">
        Removes these settings, the key, and every conversation and reading that Sidelight holds in this
        browser. Your chats themselves stay as they are. Allowed sites stay allowed; revoke them above.
      </p>
      {step === 'asking' || step === 'working' ? (
        <div className="row forget-question" role="group" aria-label="Forget everything?">
          <p>
            <strong>This cannot be undone.</strong>
          </p>
          <button
            type="button"
            className="button button-large forget-yes"
            disabled={step === 'working'}
            onClick={onConfirm}
          >
            Yes, forget everything
          </button>
          <button
            type="button"
            className="button button-large"
            autoFocus
            onClick={() => {
              setStep('kept');
            }}
          >
            Keep it
          </button>
        </div>
      ) : (
        <button
          type="button"
          className="button button-large"
          autoFocus={step === 'kept'}
          onClick={() => {
            setStep('asking');
          }}
        >
          Forget everything…
        </button>
      )}
      <p role="status">
        {step === 'done' && 'Done. Sidelight remembers nothing in this browser.'}
        {step === 'failed' && 'The browser would not let go of it. Please try again.'}
      </p>
    </section>
  );
}
