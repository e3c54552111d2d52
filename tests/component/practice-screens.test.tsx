// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BeginScreen } from '@/components/practice/begin-screen';
import type * as Charts from '@/components/practice/charts/line-chart';
import { DebriefPage } from '@/components/practice/debrief/debrief-page';
import { TurnRemark } from '@/components/practice/feedback/turn-remark';
import { GrowthPage } from '@/components/practice/growth/growth-page';
import type { LookBackApi } from '@/components/practice/look-back-api';
import type { PracticeApi, SessionChoice } from '@/components/practice/practice-api';
import { ScenariosPage } from '@/components/practice/scenarios/scenarios-page';
import type { ScenariosApi } from '@/components/practice/scenarios/scenarios-api';
import { StartScreen } from '@/components/practice/start-screen';
import type { NextPractice } from '@/utils/practice/growth/next';
import type { SessionRecord } from '@/utils/practice/record';
import type { Scenario } from '@/utils/practice/scenario';
import { allScenarios } from '@/utils/practice/scenarios/index';
import {
  fakeLookBack,
  fakePractice,
  fakeScenarios,
  played as playedOf,
  scenarioOf,
  TOOLS,
} from '../support/practice/fake-apis';

// The canvas has no drawing context here; what would be drawn on it is tested by its data.
vi.mock('@/components/practice/charts/line-chart', async (original) => ({
  ...(await original<typeof Charts>()),
  LineChart: () => null,
}));

const SCENARIOS = allScenarios();
const scenario = scenarioOf('exam-stress');
const played = (turns: readonly string[]): SessionRecord => playedOf(scenario, turns);

const GOOD = [
  'It sounds like you are scared. What is it like when you freeze?',
  'You sit there for hours and it just goes white. That must be so lonely.',
];

const PROPOSED: NextPractice = {
  help: 'off',
  helpWhy: 'It shows what has stayed, and counts like any other.',
  isCheckUp: true,
  scenario: { id: 'break-up', title: 'He left his charger', why: 'It gives room for: at their pace.' },
  skill: { id: 'pace', name: 'At their pace' },
};

function practiceApi(own: Partial<PracticeApi> = {}) {
  const begun: SessionChoice[] = [];
  const begin = (choice: SessionChoice): Promise<string> => {
    begun.push(choice);
    return Promise.resolve('new');
  };
  return { api: fakePractice({ begin, ...own }), begun };
}

function lookBackApi(records: readonly SessionRecord[], own: Partial<LookBackApi> = {}) {
  const saved: SessionRecord[] = [];
  const files: string[] = [];
  const api = fakeLookBack(records, {
    save: (record) => {
      saved.push(record);
      return Promise.resolve({ ok: true, dropped: [] });
    },
    saveFile: (_, content) => {
      files.push(content);
    },
    ...own,
  });
  return { api, saved, files };
}

beforeEach(() => {
  location.hash = '#/';
});
afterEach(cleanup);

describe('the start', () => {
  test('offers what growth proposes, and everybody else', async () => {
    const { api } = practiceApi({ propose: () => Promise.resolve(PROPOSED) });
    render(<StartScreen api={api} />);
    const next = await screen.findByRole('region', { name: 'Next, if you like' });
    expect(within(next).getByText('An unaided check-up')).toBeTruthy();
    expect(within(next).getByRole('link').getAttribute('href')).toBe('#/begin/break-up');
    expect(screen.getAllByRole('heading', { level: 2 }).length).toBeGreaterThan(SCENARIOS.length);
  });

  test('goes on without an offer when what is kept cannot be read', async () => {
    const { api } = practiceApi({
      propose: () => Promise.reject(new Error('gone')),
      list: () => Promise.reject(new Error('gone')),
    });
    render(<StartScreen api={api} />);
    expect(await screen.findByRole('link', { name: 'He left his charger' })).toBeTruthy();
    expect(screen.queryByRole('region')).toBeNull();
  });
});

describe('before a practice', () => {
  const radio = (name: string): HTMLInputElement => screen.getByRole('radio', { name });

  test('the help that growth proposes is chosen, and says why', async () => {
    const { api, begun } = practiceApi({ propose: () => Promise.resolve(PROPOSED) });
    render(<BeginScreen api={api} id="exam-stress" />);
    await waitFor(() => {
      expect(radio('Off: unaided check-up').checked).toBe(true);
    });
    expect(screen.getByText(/It shows what has stayed/u).textContent).toContain('yours to choose');
    await userEvent.click(screen.getByRole('button', { name: 'Begin the practice' }));
    expect(begun).toMatchObject([{ help: 'off', pace: 'human', keep: true }]);
    expect(location.hash).toBe('#/session/new');
  });

  test('a choice of one’s own holds, however late the proposal comes', async () => {
    let propose: (found: NextPractice) => void = () => undefined;
    const { api, begun } = practiceApi({
      propose: () =>
        new Promise((resolve) => {
          propose = resolve;
        }),
    });
    render(<BeginScreen api={api} id="exam-stress" />);
    await userEvent.click(await screen.findByRole('radio', { name: 'When I ask' }));
    act(() => {
      propose(PROPOSED);
    });
    await screen.findByText(/It shows what has stayed/u);
    expect(radio('When I ask').checked).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Begin the practice' }));
    expect(begun).toMatchObject([{ help: 'request' }]);
  });

  test('a heavy one says so first; one that is gone says that', async () => {
    const { api } = practiceApi();
    const { unmount } = render(<BeginScreen api={api} id="self-harm-urges" />);
    expect(await screen.findByRole('heading', { name: 'Before you begin' })).toBeTruthy();
    unmount();
    render(<BeginScreen api={api} id="nobody" />);
    expect(await screen.findByRole('heading', { name: 'This scenario is not here' })).toBeTruthy();
  });

  test('a full storage is named, and nothing begins', async () => {
    const { api } = practiceApi({ begin: () => Promise.reject(new Error('full')) });
    render(<BeginScreen api={api} id="exam-stress" />);
    await userEvent.click(await screen.findByRole('button', { name: 'Begin the practice' }));
    expect((await screen.findByRole('alert')).textContent).toContain('delete old practices under Growth');
    expect(location.hash).toBe('#/');
  });
});

describe('the remark beside a turn', () => {
  const remark = async (turns: readonly string[]): Promise<string> => {
    const { container } = render(
      <TurnRemark record={played(turns)} turn={turns.length * 2} tools={() => Promise.resolve(TOOLS)} />,
    );
    await waitFor(
      () => {
        expect(container.textContent).not.toBe('');
      },
      { timeout: 15_000 },
    );
    return container.textContent;
  };

  test('names what worked', async () => {
    expect(await remark(GOOD)).toContain('What worked');
  });

  test('marks nothing when somebody asks whether they talk to a real person', async () => {
    const text = await remark([...GOOD, 'Are you a real person?']);
    expect(text).toContain('nothing is marked');
    expect(text).not.toContain('Another way');
  });

  test('has another way to answer somebody who has just closed up', async () => {
    const text = await remark(['You should just make a plan.', 'You should really listen to me and do it.']);
    expect(text).toContain('Another way');
  });
});

describe('the look back', () => {
  const open = async (api: LookBackApi): Promise<void> => {
    location.hash = '#/debrief/s1';
    render(<DebriefPage api={api} id="s1" />);
    await screen.findByRole('heading', { name: 'What happened between you' });
  };

  test('shows what to keep, and saves the same as a file', async () => {
    const { api, files } = lookBackApi([played(GOOD)]);
    await open(api);
    expect(screen.getByRole('heading', { name: 'Keep' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Save as a file' }));
    expect(files[0]).toContain('it just goes white');
  });

  test('goes on from a turn on another path, and says when there is no room', async () => {
    const { api, saved } = lookBackApi([played(GOOD)]);
    await open(api);
    await userEvent.click(screen.getByRole('button', { name: /What if .* turn 4/u }));
    await waitFor(() => {
      expect(location.hash).toBe('#/session/branch');
    });
    expect(saved).toMatchObject([{ parent: { id: 's1', turn: 4 } }]);
    cleanup();
    const full = lookBackApi([played(GOOD)], {
      save: () => Promise.resolve({ ok: false, reason: 'full' }),
    });
    await open(full.api);
    await userEvent.click(screen.getByRole('button', { name: /What if .* turn 4/u }));
    expect(await screen.findByText(/no room left to keep another path/u)).toBeTruthy();
  });

  test.each([
    ['who stayed is taken to the start', '#/debrief/s1', '#/'],
    ['who went on meanwhile is not pulled back', '#/growth', '#/growth'],
  ])('once it is deleted, %s', async (_, place, then) => {
    let gone: () => void = () => undefined;
    const { api } = lookBackApi([played(GOOD)], {
      discard: () =>
        new Promise((resolve) => {
          gone = resolve;
        }),
    });
    await open(api);
    await userEvent.click(screen.getByRole('button', { name: 'Delete this practice …' }));
    await userEvent.click(screen.getByRole('button', { name: 'Yes, delete it' }));
    location.hash = place;
    await act(async () => {
      gone();
      await Promise.resolve();
    });
    expect(location.hash).toBe(then);
  });

  test('after real danger there are no figures, only where to turn', async () => {
    const { api } = lookBackApi([played([...GOOD, 'I want to kill myself'])]);
    render(<DebriefPage api={api} id="s1" />);
    expect(await screen.findByRole('heading', { name: 'This one is not looked at' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'findahelpline.com' })).toBeTruthy();
  });

  test('what cannot be read says why', async () => {
    const { api } = lookBackApi([], {
      load: (id) => Promise.resolve({ ok: false, id, reason: 'damaged', problem: 'session: missing' }),
    });
    render(<DebriefPage api={api} id="s1" />);
    expect((await screen.findByRole('alert')).textContent).toContain('session: missing');
  });
});

describe('growth', () => {
  const scenarios = () => Promise.resolve(SCENARIOS);

  test('shows what is kept, and deletes all of it in one click', async () => {
    let records = [played([...GOOD, 'What is it like at home?', 'That sounds heavy.'])];
    const { api } = lookBackApi([], {
      loadAll: () => Promise.resolve({ records, damaged: [] }),
      deleteAll: () => {
        records = [];
        return Promise.resolve();
      },
    });
    render(<GrowthPage api={api} scenarios={scenarios} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Delete all practice' }));
    expect(await screen.findByText(/Nothing\. A practice that you end/u)).toBeTruthy();
  });

  test('that cannot be read loses nothing and can be tried again', async () => {
    let tries = 0;
    const { api } = lookBackApi([], {
      loadAll: () => {
        tries += 1;
        return tries === 1
          ? Promise.reject(new Error('locked'))
          : Promise.resolve({ records: [], damaged: [] });
      },
    });
    render(<GrowthPage api={api} scenarios={scenarios} />);
    expect((await screen.findByRole('alert')).textContent).toContain('Nothing was changed');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/Nothing\. A practice that you end/u)).toBeTruthy();
  });
});

describe('a scenario from a file', () => {
  const api = (saved: Scenario[] = []): ScenariosApi =>
    fakeScenarios({
      save: (one) => {
        saved.push(one);
        return Promise.resolve({ ok: true });
      },
    });
  const choose = async (content: string): Promise<void> => {
    const file = new File([content], 'mine.json', { type: 'application/json' });
    await userEvent.upload(await screen.findByLabelText('Choose a scenario file'), file);
  };

  test.each([
    ['that is no JSON', '{"title":', 'it is not JSON'],
    ['without a field', JSON.stringify({ ...scenario, aftercare: undefined }), 'aftercare'],
    [
      'with a question that is no pattern',
      JSON.stringify({ ...scenario, questions: [{ match: '(', open: ['Yes.'] }] }),
      'questions.0.match',
    ],
    [
      'with a question after an item that is not there',
      JSON.stringify({ ...scenario, questions: [{ match: 'why', after: ['nowhere'], open: ['Yes.'] }] }),
      'questions.0.after.0',
    ],
  ])('%s says what to mend, and nothing is taken over', async (_, content, says) => {
    const saved: Scenario[] = [];
    render(<ScenariosPage api={api(saved)} />);
    await choose(content);
    expect((await screen.findByText(/Nothing was taken over/u)).parentElement?.textContent).toContain(says);
    expect(saved).toEqual([]);
  });

  test('that is whole is shown first, then taken over', async () => {
    const saved: Scenario[] = [];
    render(<ScenariosPage api={api(saved)} />);
    await choose(JSON.stringify({ ...scenario, id: 'mine', title: 'My own exam' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Take it over' }));
    expect(await screen.findByText(/“My own exam” is among yours now/u)).toBeTruthy();
    expect(saved.map(({ id }) => id)).toEqual(['mine']);
  });
});
