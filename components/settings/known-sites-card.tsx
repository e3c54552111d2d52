import { useEffect, useState } from 'react';
import { KNOWN_SITES, type KnownSite } from '@/utils/sites/known-sites';
import { Tick } from './field';
import type { SettingsApi } from './settings-api';

const READ = KNOWN_SITES.filter(({ state }) => state === 'read');
const EXPERIMENTAL = KNOWN_SITES.filter(({ state }) => state === 'experimental');
const EVIDENCE: Record<KnownSite['tier'], string> = {
  1: 'known from its own source',
  2: 'known from what others wrote',
  3: 'little is known',
};
const TESTED: Record<KnownSite['tested'], string> = {
  client: 'tested against the real chat',
  page: 'tested on a page written by hand',
};

/** Every site that Sidelight knows, how well, and the switches of those that are an experiment. */
export function KnownSitesCard({ api }: { api: Pick<SettingsApi, 'loadExperimental' | 'saveExperimental'> }) {
  const [on, setOn] = useState<readonly string[]>([]);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let current = true;
    api.loadExperimental().then(
      (ids) => {
        if (current) setOn(ids);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [api]);

  function change(id: string, isOn: boolean): void {
    const before = on;
    const next = isOn ? [...before, id] : before.filter((other) => other !== id);
    setOn(next);
    setFailed(false);
    api.saveExperimental(next).catch(() => {
      setOn(before);
      setFailed(true);
    });
  }

  return (
    <section className="card" aria-labelledby="known-title">
      <div className="card-head">
        <h2 id="known-title" className="card-title">
          Chats that Sidelight knows
        </h2>
      </div>
      <details className="known-sites">
        <summary>{READ.length} are read on every page that you allow</summary>
        <ul>
          {READ.map(({ id, name, tier, tested }) => (
            <li key={id}>
              <b>{name}</b>{' '}
              <span className="note soft">
                {EVIDENCE[tier]}, {TESTED[tested]}
              </span>
            </li>
          ))}
        </ul>
      </details>
      <p className="soft known-why">
        These are an experiment: what is known of them is old or thin, so they are off until you turn them on.
        If Sidelight does not understand the page, it says so. Teaching the site is the surer way.
      </p>
      <div className="settings-form">
        {EXPERIMENTAL.map(({ id, name, tier, tested }) => (
          <Tick
            key={id}
            label={name}
            help={`${EVIDENCE[tier]}, ${TESTED[tested]}`}
            checked={on.includes(id)}
            onChange={(isOn) => {
              change(id, isOn);
            }}
          />
        ))}
      </div>
      <p role="status">{failed && 'The browser would not keep it. Please try again.'}</p>
    </section>
  );
}
