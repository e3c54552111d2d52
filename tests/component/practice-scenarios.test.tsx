// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { ScenariosApi } from '@/components/practice/scenarios/scenarios-api';
import { ScenariosPage } from '@/components/practice/scenarios/scenarios-page';
import type { Scenario } from '@/utils/practice/scenario';
import { fakeScenarios } from '../support/practice/fake-apis';
import { scenario } from './practice-page';

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
