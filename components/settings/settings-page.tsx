// The shared styles come first, so that the page's own can refine them.
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/controls.css';
import './settings.css';
import { useEffect, useState } from 'react';
import type { Endpoint } from '@/utils/llm/settings';
import { Mark } from '../common/icons';
import { BuiltinCard } from './builtin-card';
import { CompetencesCard } from './competences-card';
import { DraftFlagsCard } from './draft-flags-card';
import { EndpointCard } from './endpoint-card';
import { ForgetCard } from './forget-card';
import { HouseRulesCard } from './house-rules-card';
import { RuleChangesCard } from './rule-changes-card';
import { KnownSitesCard } from './known-sites-card';
import { OwnNamesCard } from './own-names-card';
import { RecipesCard } from './recipes-card';
import type { SettingsApi } from './settings-api';
import { WHAT_LEAVES } from './settings-words';
import { SpendingCard } from './spending-card';
import { SitesCard } from './sites-card';

/** The whole settings page. */
export function SettingsPage({ api }: { api: SettingsApi }) {
  const [endpoint, setEndpoint] = useState<Endpoint | null | 'loading'>('loading');
  /** Grows when everything was forgotten, so that the form begins anew. */
  const [life, setLife] = useState(0);
  useEffect(() => {
    let current = true;
    const show = (found: Endpoint | null): void => {
      if (current) setEndpoint(found);
    };
    api.load().then(show, () => {
      show(null);
    });
    return () => {
      current = false;
    };
  }, [api, life]);

  return (
    <div className="settings">
      <header className="settings-header">
        <Mark />
        <h1>Sidelight settings</h1>
        <a className="settings-practice" href="/practice.html">
          Practise
        </a>
      </header>
      <main>
        <section className="card" aria-labelledby="leaves-title">
          <div className="card-head">
            <h2 id="leaves-title" className="card-title">
              What leaves this computer
            </h2>
          </div>
          <dl className="settings-facts">
            {WHAT_LEAVES.map(({ term, answer }) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{answer}</dd>
              </div>
            ))}
          </dl>
        </section>
        <BuiltinCard key={`builtin ${String(life)}`} api={api} />
        {endpoint !== 'loading' && (
          <EndpointCard key={life} api={api} saved={endpoint} onChanged={setEndpoint} />
        )}
        {endpoint !== 'loading' && endpoint !== null && (
          <>
            <SpendingCard key={`spending ${String(life)}`} api={api} />
            <HouseRulesCard key={`house ${String(life)}`} api={api} />
          </>
        )}
        <DraftFlagsCard key={`flags ${String(life)}`} api={api} />
        <RuleChangesCard key={`changes ${String(life)}`} api={api} />
        <CompetencesCard key={`competences ${String(life)}`} api={api} />
        <SitesCard api={api} endpoint={endpoint === 'loading' ? null : (endpoint?.baseUrl ?? null)} />
        <KnownSitesCard key={`known ${String(life)}`} api={api} />
        <RecipesCard key={`recipes ${String(life)}`} api={api} />
        <OwnNamesCard key={`names ${String(life)}`} api={api} />
        <ForgetCard
          forget={() => api.forgetEverything()}
          onForgotten={() => {
            setEndpoint(null);
            setLife((before) => before + 1);
          }}
        />
      </main>
    </div>
  );
}
