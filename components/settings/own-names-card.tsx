import { useEffect, useState } from 'react';
import { siteName } from '@/utils/platform/match-pattern';
import type { RememberedSite } from '@/utils/storage/own-names';
import type { SettingsApi } from './settings-api';

/** Sites on which the person asked to be remembered: to look at, and to take back. Nothing is shown while there are none. */
export function OwnNamesCard({ api }: { api: Pick<SettingsApi, 'loadOwnNames' | 'removeOwnName'> }) {
  const [sites, setSites] = useState<readonly RememberedSite[]>([]);
  const [news, setNews] = useState('');

  useEffect(() => {
    let current = true;
    api.loadOwnNames().then(
      (found) => {
        if (current) setSites(found);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [api]);

  function remove(origin: string): void {
    api.removeOwnName(origin).then(
      () => {
        setSites((before) => before.filter((site) => site.origin !== origin));
        setNews(`Forgotten on ${siteName(origin)}. You will be asked again there.`);
      },
      () => {
        setNews('The browser would not let go of it. Please try again.');
      },
    );
  }

  if (sites.length === 0 && news === '') return null;
  return (
    <section className="card" aria-labelledby="own-names-title">
      <h2 id="own-names-title" className="card-title">
        Where your name is remembered
      </h2>
      <p className="soft">
        The name itself is not kept, only a fingerprint by which it is known again on that site.
      </p>
      {sites.length > 0 && (
        <ul className="site-list">
          {sites.map(({ origin, made }) => (
            <li key={origin}>
              <span>
                <b>{siteName(origin)}</b> <span className="note soft">{made}</span>
              </span>
              <button
                type="button"
                className="button"
                aria-label={`Forget my name on ${siteName(origin)}`}
                onClick={() => {
                  remove(origin);
                }}
              >
                Forget
              </button>
            </li>
          ))}
        </ul>
      )}
      <p role="status">{news}</p>
    </section>
  );
}
