// @vitest-environment happy-dom
import { render, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { TurnRemark } from '@/components/practice/feedback/turn-remark';
import { TOOLS } from '../support/practice/fake-apis';
import { GOOD, played } from './practice-page';

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
