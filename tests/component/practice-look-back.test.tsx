// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type * as Charts from '@/components/practice/charts/line-chart';
import { DebriefPage } from '@/components/practice/debrief/debrief-page';
import { GrowthPage } from '@/components/practice/growth/growth-page';
import type { LookBackApi } from '@/components/practice/look-back-api';
import type { SessionRecord } from '@/utils/practice/record';
import { allScenarios } from '@/utils/practice/scenarios/index';
import { fakeLookBack } from '../support/practice/fake-apis';
import { GOOD, played } from './practice-page';

// The canvas has no drawing context here; what would be drawn on it is tested by its data.
vi.mock('@/components/practice/charts/line-chart', async (original) => ({
  ...(await original<typeof Charts>()),
  LineChart: () => null,
}));

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
  const scenarios = () => Promise.resolve(allScenarios());

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
