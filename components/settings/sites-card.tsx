import { useEffect, useState } from 'react';
import { describeSites, type AllowedSite } from './allowed-sites';
import type { SettingsApi } from './settings-api';

interface Props {
  api: SettingsApi;
  /** Address of the configured endpoint: its host is allowed for sending, not for reading. */
  endpoint: string | null;
}

/** Every site that the person allowed, each with a way back. */
export function SitesCard({ api, endpoint }: Props) {
  const patterns = useSites(api);
  const sites = patterns && describeSites(patterns, endpoint);
  return (
    <section className="card" aria-labelledby="sites-title">
      <div className="card-head">
        <h2 id="sites-title" className="card-title">
          Sites that Sidelight may read
        </h2>
      </div>
      {sites?.length === 0 && (
        <p className="soft">
          None yet. Open your chat, click the Sidelight icon in the toolbar, and allow it there.
        </p>
      )}
      {sites && sites.length > 0 && (
        <ul className="site-list">
          {sites.map((site) => (
            <Site key={site.pattern} site={site} api={api} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Site({ site, api }: { site: AllowedSite; api: SettingsApi }) {
  const [failed, setFailed] = useState(false);
  return (
    <li>
      <span>
        <b>{site.name}</b>{' '}
        {site.sendsOnly && <span className="note soft">your language model, not read</span>}
        {failed && (
          <span role="alert" className="note field-problem">
            {' '}
            The browser did not take it back. Please remove it in the browser’s own list of extensions.
          </span>
        )}
      </span>
      <button
        type="button"
        className="button"
        aria-label={`Revoke ${site.name}`}
        onClick={() => {
          api.revoke(site.pattern).catch(() => {
            setFailed(true);
          });
        }}
      >
        Revoke
      </button>
    </li>
  );
}

function useSites(api: SettingsApi): readonly string[] | null {
  const [patterns, setPatterns] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let current = true;
    const read = (): void => {
      void api.sites().then((found) => {
        if (current) setPatterns(found);
      });
    };
    const stop = api.watchSites(read);
    read();
    return () => {
      current = false;
      stop();
    };
  }, [api]);
  return patterns;
}
