// @vitest-environment happy-dom
import { act, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { BeginScreen } from '@/components/practice/begin-screen';
import type { PracticeApi, SessionChoice } from '@/components/practice/practice-api';
import { StartScreen } from '@/components/practice/start-screen';
import type { NextPractice } from '@/utils/practice/growth/next';
import { allScenarios } from '@/utils/practice/scenarios/index';
import { fakePractice } from '../support/practice/fake-apis';
import './practice-page';

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

describe('the start', () => {
  test('offers what growth proposes, and everybody else', async () => {
    const { api } = practiceApi({ propose: () => Promise.resolve(PROPOSED) });
    render(<StartScreen api={api} />);
    const next = await screen.findByRole('region', { name: 'Next, if you like' });
    expect(within(next).getByText('An unaided check-up')).toBeTruthy();
    expect(within(next).getByRole('link').getAttribute('href')).toBe('#/begin/break-up');
    expect(screen.getAllByRole('heading', { level: 2 }).length).toBeGreaterThan(allScenarios().length);
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
