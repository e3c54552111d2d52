import { useEffect, useRef, useState } from 'react';
import { BUILTIN_WORDS, type BuiltinState } from '@/utils/llm/builtin-model';
import type { SettingsApi } from './settings-api';

type Api = Pick<SettingsApi, 'builtinState' | 'downloadBuiltin' | 'loadEngineChoice' | 'saveEngineChoice'>;

/** The language model that some browsers bring along. Nothing is drawn where there is none. */
export function BuiltinCard({ api }: { api: Api }) {
  const [state, setState] = useState<BuiltinState>('absent');
  const [isChosen, setChosen] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  const leaving = useRef(new AbortController());

  useEffect(() => {
    let current = true;
    const gone = new AbortController();
    leaving.current = gone;
    void Promise.all([api.builtinState(), api.loadEngineChoice()]).then(
      ([found, choice]) => {
        if (!current) return;
        setState(found);
        setChosen(choice === 'builtin');
      },
      () => undefined,
    );
    return () => {
      current = false;
      gone.abort();
    };
  }, [api]);

  if (state === 'absent') return null;

  function choose(chosen: boolean): void {
    api.saveEngineChoice(chosen ? 'builtin' : 'endpoint').then(
      () => {
        setChosen(chosen);
      },
      () => {
        setFailed(true);
      },
    );
  }

  function download(): void {
    setFailed(false);
    setShare(0);
    api
      .downloadBuiltin(setShare, leaving.current.signal)
      .then(() => api.builtinState())
      .then(setState, () => {
        setFailed(true);
      })
      .finally(() => {
        setShare(null);
      });
  }

  return (
    <section className="card" aria-labelledby="builtin-title">
      <div className="card-head">
        <h2 id="builtin-title" className="card-title">
          The browser’s own model
        </h2>
        <span className="chip">{isChosen ? 'on' : 'off'}</span>
      </div>
      <p className="soft">
        {share === null ? BUILTIN_WORDS[state] : BUILTIN_WORDS.downloading} Its suggestions take the place of
        those of a language model below.
      </p>
      {share !== null && (
        <progress className="builtin-progress" aria-label="Download of the model" max={1} value={share} />
      )}
      <div className="row">
        {isChosen ? (
          <button
            type="button"
            className="button button-large"
            onClick={() => {
              choose(false);
            }}
          >
            Stop using it
          </button>
        ) : (
          <>
            {state === 'available' && (
              <button
                type="button"
                className="button button-large"
                onClick={() => {
                  choose(true);
                }}
              >
                Use it for suggestions
              </button>
            )}
            {(state === 'downloadable' || state === 'downloading') && (
              <button
                type="button"
                className="button button-large"
                disabled={share !== null}
                onClick={download}
              >
                Download it
              </button>
            )}
          </>
        )}
      </div>
      <p role="status">
        {failed && 'That did not work. Check the space on this computer and the connection, then try again.'}
      </p>
    </section>
  );
}
