// The shared styles come first, so that the page's own can refine them.
import '../../styles/tokens.css';
import '../../styles/base.css';
import '../../styles/controls.css';
import './debrief.css';
import { useEffect, useState, type ReactNode } from 'react';
import { type LookBack, lookBack } from '@/utils/practice/debrief/look-back';
import type { SessionRecord } from '@/utils/practice/record';
import { branchAt } from '@/utils/practice/what-if/rewind';
import { familyOf } from '@/utils/practice/what-if/compare';
import type { LookBackApi } from '../look-back-api';
import { goTo, hashOf, parseRoute } from '../route';
import { DebriefView } from './debrief-view';

type State =
  | { at: 'loading' }
  | { at: 'gone'; why: string }
  | { at: 'danger' }
  | { at: 'ready'; record: SessionRecord; family: readonly SessionRecord[]; seen: LookBack };

/** The look back on one stored session. */
export function DebriefPage({ api, id }: { api: LookBackApi; id: string }) {
  const [state, setState] = useState<State>({ at: 'loading' });
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    const open = async (): Promise<State> => {
      const [loaded, tools] = await Promise.all([api.load(id), api.tools()]);
      if (!loaded.ok) return { at: 'gone', why: whyGone(loaded) };
      const { record } = loaded;
      const seen = lookBack(record, tools);
      if (seen === null) return { at: 'danger' };
      const { records } = await api.loadAll();
      return { at: 'ready', record, family: familyOf(record, records), seen };
    };
    open().then(
      (next) => {
        if (current) setState(next);
      },
      () => {
        if (current) setState({ at: 'gone', why: 'It could not be opened. Please try again.' });
      },
    );
    return () => {
      current = false;
    };
  }, [api, id]);

  if (state.at === 'loading') {
    return (
      <Plain>
        <p role="status" className="soft">
          Looking back on it …
        </p>
      </Plain>
    );
  }
  if (state.at === 'gone') {
    return (
      <Plain>
        <h1>There is nothing to look back on here</h1>
        <p role="alert">{state.why}</p>
        <BackToStart />
      </Plain>
    );
  }
  if (state.at === 'danger') {
    return (
      <Plain>
        <h1>This one is not looked at</h1>
        <p>
          The practice stopped because what you wrote sounded as if it was about you. Nobody’s wording matters
          then, so there are no figures here.
        </p>
        <p>
          If you may be in danger, please ring your local emergency number, or talk to somebody you trust.{' '}
          <a href="https://findahelpline.com" target="_blank" rel="noreferrer">
            findahelpline.com
          </a>{' '}
          lists free lines in most countries.
        </p>
        <BackToStart />
      </Plain>
    );
  }

  const { record, family, seen } = state;
  async function whatIf(turn: number): Promise<void> {
    setProblem(null);
    const branch = branchAt(record, turn, { id: api.newId(), startedAt: api.now() }, await api.tools());
    if (branch === null) return;
    const saved = await api.save(branch);
    if (saved.ok) goTo({ at: 'session', id: branch.id });
    else setProblem('There is no room left to keep another path. Delete old practices under Growth.');
  }
  return (
    <DebriefView
      record={record}
      family={family}
      seen={seen}
      problem={problem}
      onWhatIf={(turn) => {
        whatIf(turn).catch(() => {
          setProblem('The other path could not be stored. Please try again.');
        });
      }}
      onSave={(name, html) => {
        api.saveFile(name, html, 'text/html');
      }}
      onPrint={() => {
        api.print();
      }}
      onDelete={async () => {
        await api.discard(record.id);
        // Whoever went on to another place meanwhile is not pulled back.
        const now = parseRoute(location.hash);
        if (now.at === 'debrief' && now.id === record.id) goTo({ at: 'start' });
      }}
    />
  );
}

function whyGone(found: { reason: 'missing' | 'damaged' | 'newer'; problem?: string }): string {
  if (found.reason === 'missing')
    return 'It was deleted, or it was not to be kept and the browser was closed.';
  if (found.reason === 'newer') return 'A newer Sidelight wrote it. Update Sidelight to look at it.';
  return `What is stored of it is damaged (${found.problem ?? ''}). Growth shows it, and you can discard it there.`;
}

function Plain({ children }: { children: ReactNode }) {
  return <main className="debrief-plain">{children}</main>;
}

function BackToStart() {
  return (
    <p>
      <a className="button button-large" href={hashOf({ at: 'start' })}>
        Back to the start
      </a>
    </p>
  );
}
