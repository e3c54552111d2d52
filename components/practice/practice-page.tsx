// The shared styles come first, so that the page's own can refine them.
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/controls.css';
import './practice.css';
import { useEffect, type ReactNode } from 'react';
import { Mark } from '../common/icons';
import { BeginScreen } from './begin-screen';
import { PanelButton } from './panel-button';
import type { PracticeApi } from './practice-api';
import { hashOf, parseRoute, useHash } from './route';
import { SessionScreen, type TurnRemark } from './session-screen';
import { StartScreen } from './start-screen';

/** The screens that look back and plan ahead, and remarks beside a turn: each is given its place in the page. */
export interface LaterScreens {
  remark: TurnRemark;
  debrief(id: string): ReactNode;
  growth(): ReactNode;
  scenarios(): ReactNode;
}

/** The whole practice page. It is marked as practice wherever one is in it. */
export function PracticePage({ api, screens }: { api: PracticeApi; screens: LaterScreens }) {
  const route = parseRoute(useHash());
  return (
    <div className="practice">
      <header className="practice-header">
        <a className="brand" href={hashOf({ at: 'start' })}>
          <Mark />
          Sidelight
        </a>
        <span className="chip practice-badge">Practice</span>
        <nav className="practice-nav" aria-label="Practice">
          <a href={hashOf({ at: 'start' })} aria-current={route.at === 'start' ? 'page' : undefined}>
            Start
          </a>
          <a href={hashOf({ at: 'growth' })} aria-current={route.at === 'growth' ? 'page' : undefined}>
            Growth
          </a>
          <a href={hashOf({ at: 'scenarios' })} aria-current={route.at === 'scenarios' ? 'page' : undefined}>
            Scenarios
          </a>
        </nav>
        <PanelButton api={api} />
      </header>
      <Screen api={api} screens={screens} />
    </div>
  );
}

function Screen({ api, screens }: { api: PracticeApi; screens: LaterScreens }) {
  const route = parseRoute(useHash());
  const isPlaying = route.at === 'session';
  useEffect(() => {
    // The panel shows no practice that is not in front.
    if (!isPlaying) api.leave();
  }, [api, isPlaying]);
  switch (route.at) {
    case 'start':
      return <StartScreen api={api} />;
    case 'begin':
      return <BeginScreen key={route.scenario} api={api} id={route.scenario} />;
    case 'session':
      return <SessionScreen key={route.id} api={api} id={route.id} remark={screens.remark} />;
    case 'debrief':
      return screens.debrief(route.id);
    case 'growth':
      return screens.growth();
    case 'scenarios':
      return screens.scenarios();
  }
}
