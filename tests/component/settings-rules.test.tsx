// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { COMPETENCES } from '@/utils/competences/book';
import { openSettings, press, SAVED } from './render-settings';

describe('limits, prices and rules of an organisation', () => {
  it('are saved as typed', async () => {
    const saveSpending = vi.fn(() => Promise.resolve());
    const { fake, user } = await openSettings({ load: () => Promise.resolve(SAVED), saveSpending });
    await user.type(screen.getByLabelText('Most calls'), '20');
    await user.click(press('Save limits and prices'));
    expect(saveSpending).toHaveBeenCalledWith({ budget: { calls: 20 } });
    await user.type(
      screen.getByLabelText(/Rules for a language model/),
      'Never name a clinic.{enter}{enter}Be brief.',
    );
    await user.click(press('Save the rules'));
    expect(fake.saveHouseRules).toHaveBeenCalledWith(['Never name a clinic.', 'Be brief.']);
  });

  it('are refused with what to do when there are too many', async () => {
    const { fake, user } = await openSettings({
      load: () => Promise.resolve(SAVED),
      loadHouseRules: () => Promise.resolve(Array.from({ length: 21 }, (_, n) => `rule ${String(n)}`)),
    });
    await waitFor(() => {
      expect(screen.getByLabelText(/Rules for a language model/)).toHaveProperty(
        'value',
        expect.stringContaining('rule 20'),
      );
    });
    await user.click(press('Save the rules'));
    expect(screen.getByText(/At most 20 rules/)).toBeDefined();
    expect(fake.saveHouseRules).not.toHaveBeenCalled();
  });
});

it('lets each remark about drafts be switched off and on again', async () => {
  const { fake, user } = await openSettings({ loadFlagsOff: () => Promise.resolve(['parroting']) });
  const flags = within(screen.getByRole('region', { name: 'Remarks about your draft' }));
  const small = flags.getByRole('checkbox', { name: 'Making it small' });
  await waitFor(() => {
    expect(flags.getAllByRole('checkbox', { checked: false })).toHaveLength(1);
  });
  await user.click(small);
  expect(fake.saveFlagsOff).toHaveBeenLastCalledWith(['parroting', 'minimising']);
  await user.click(small);
  expect(fake.saveFlagsOff).toHaveBeenLastCalledWith(['parroting']);
});

describe('an organisation’s draft rules', () => {
  const choose = async (user: UserEvent, text: string) => {
    const file = new File([text], 'rules.json', { type: 'application/json' });
    await user.upload(screen.getByLabelText('Choose a file of rule changes'), file);
  };

  it('are shown before they are taken over', async () => {
    const { fake, user } = await openSettings();
    const changes = { rules: { minimising: { on: false } } };
    await choose(user, JSON.stringify(changes));
    expect(await screen.findByText('This file changes: Making it small (off).')).toBeDefined();
    expect(fake.saveRuleChanges).not.toHaveBeenCalled();
    await user.click(press('Take it over'));
    expect(fake.saveRuleChanges).toHaveBeenCalledWith(changes);
    await user.click(await screen.findByRole('button', { name: 'Back to the rules as they ship' }));
    expect(fake.removeRuleChanges).toHaveBeenCalled();
  });

  it('with a typo change nothing, and say what was probably meant', async () => {
    const { fake, user } = await openSettings();
    await choose(user, '{"rules":{"minimizing":{"on":false}}}');
    expect(await screen.findByText(/Did you mean "minimising"\?/)).toBeDefined();
    await choose(user, '{"rules":');
    expect(await screen.findByText(/not JSON/)).toBeDefined();
    expect(fake.saveRuleChanges).not.toHaveBeenCalled();
  });
});

describe('an organisation’s competences', () => {
  const choose = async (user: UserEvent, text: string) => {
    const file = new File([text], 'competences.json', { type: 'application/json' });
    await user.upload(screen.getByLabelText('Choose a file of competences'), file);
  };
  const OWN = { ...COMPETENCES, competences: COMPETENCES.competences.slice(0, 1) };

  it('are shown before they are taken over, and can be given back', async () => {
    const { fake, user } = await openSettings();
    await choose(user, JSON.stringify(OWN));
    expect(await screen.findByText(/^This file looks at: Saying back what you heard\./)).toBeDefined();
    expect(fake.saveCompetences).not.toHaveBeenCalled();
    await user.click(press('Take it over'));
    expect(fake.saveCompetences).toHaveBeenCalledWith(OWN);
    await user.click(await screen.findByRole('button', { name: 'Back to the competences as they ship' }));
    expect(fake.removeCompetences).toHaveBeenCalled();
  });

  it('with a fault change nothing, and say which field it is', async () => {
    const { fake, user } = await openSettings();
    const [first] = OWN.competences;
    await choose(user, JSON.stringify({ ...OWN, competences: [{ ...first, name: undefined }] }));
    expect(await screen.findByText(/saying-back › name: it is missing/)).toBeDefined();
    await choose(user, JSON.stringify(OWN).replaceAll('flag:parroting', 'flag:parotting'));
    expect(await screen.findByText(/there is no sign "flag:parotting"\. Did you mean/)).toBeDefined();
    expect(fake.saveCompetences).not.toHaveBeenCalled();
  });
});
