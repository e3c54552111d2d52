// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { COMPETENCES } from '@/utils/competences/book';
import type { SettingsApi } from '@/components/settings/settings-api';
import { SettingsPage } from '@/components/settings/settings-page';
import type { Endpoint } from '@/utils/llm/settings';

const SAVED: Endpoint = { baseUrl: 'https://gateway.example.org/v1', model: 'kind-1', consented: true };

function api(change: Partial<SettingsApi> = {}): SettingsApi {
  return {
    load: () => Promise.resolve(null),
    keyStatus: () => Promise.resolve({ kept: false, remembered: false }),
    removeKey: vi.fn(() => Promise.resolve()),
    askLeave: vi.fn(() => Promise.resolve(true)),
    leaveIsConsent: false,
    save: vi.fn(() => Promise.resolve()),
    turnOff: vi.fn(() => Promise.resolve()),
    test: vi.fn(() => Promise.resolve({ ok: true as const, model: 'kind-1', millis: 840 })),
    sites: () => Promise.resolve([]),
    revoke: vi.fn(() => Promise.resolve()),
    watchSites: () => () => undefined,
    builtinState: () => Promise.resolve('absent'),
    downloadBuiltin: () => Promise.resolve(),
    loadEngineChoice: () => Promise.resolve('endpoint'),
    saveEngineChoice: vi.fn(() => Promise.resolve()),
    loadRuleChanges: () => Promise.resolve(null),
    saveRuleChanges: vi.fn(() => Promise.resolve()),
    removeRuleChanges: vi.fn(() => Promise.resolve()),
    loadCompetences: () => Promise.resolve(null),
    saveCompetences: vi.fn(() => Promise.resolve()),
    removeCompetences: vi.fn(() => Promise.resolve()),
    loadExperimental: () => Promise.resolve([]),
    saveExperimental: vi.fn(() => Promise.resolve()),
    loadOwnNames: () => Promise.resolve([]),
    removeOwnName: () => Promise.resolve(),
    loadRecipes: () => Promise.resolve([]),
    keepRecipes: vi.fn(() => Promise.resolve()),
    removeRecipe: vi.fn(() => Promise.resolve()),
    watchRecipes: () => () => undefined,
    download: vi.fn(),
    loadFlagsOff: () => Promise.resolve([]),
    saveFlagsOff: vi.fn(() => Promise.resolve()),
    loadHouseRules: () => Promise.resolve([]),
    saveHouseRules: vi.fn(() => Promise.resolve()),
    loadSpending: () => Promise.resolve({}),
    saveSpending: vi.fn(() => Promise.resolve()),
    forgetEverything: vi.fn(() => Promise.resolve()),
    copy: vi.fn(() => Promise.resolve()),
    pageUrl: 'chrome-extension://abc/options.html',
    ...change,
  };
}

async function open(change: Partial<SettingsApi> = {}) {
  const fake = api(change);
  render(<SettingsPage api={fake} />);
  await screen.findByRole('button', { name: 'Save' });
  return { fake, user: userEvent.setup() };
}

const address = (): HTMLElement => screen.getByLabelText('Address');
const model = (): HTMLElement => screen.getByLabelText('Model');
const key = (): HTMLElement => screen.getByLabelText('Key');
const consent = (): HTMLElement => screen.getByRole('checkbox', { name: /may go to/ });
const remember = (): HTMLElement => screen.getByRole('checkbox', { name: /Remember the key/ });
const press = (name: string): HTMLElement => screen.getByRole('button', { name });

afterEach(cleanup);

describe('setting up an endpoint', () => {
  it('begins off, and says what leaves in three lines', async () => {
    await open();
    expect(screen.getByText('off')).toBeDefined();
    const facts = screen.getByRole('region', { name: 'What leaves this computer' });
    expect(
      within(facts)
        .getAllByRole('term')
        .map((term) => term.textContent),
    ).toEqual(['By itself', 'With a language model', 'Never']);
  });

  it('saves what was typed, asking the browser for the host first', async () => {
    const { fake, user } = await open();
    await user.selectOptions(screen.getByLabelText('Service'), 'Another one');
    await user.type(address(), 'https://gateway.example.org/v1/chat/completions');
    await user.type(model(), ' kind-1 ');
    await user.type(key(), 'sk-1');
    await user.click(consent());
    await user.click(press('Save'));
    expect(await screen.findByText('Saved.')).toBeDefined();
    expect(fake.askLeave).toHaveBeenCalledWith('https://gateway.example.org/v1', true);
    expect(fake.save).toHaveBeenCalledWith(
      { baseUrl: 'https://gateway.example.org/v1', model: 'kind-1', consented: true },
      { typed: 'sk-1', remember: false },
    );
    expect(key()).toHaveProperty('value', '');
    expect(screen.getByText('on: kind-1')).toBeDefined();
  });

  it.each(['Save', 'Test connection'])('asks the browser within the click itself: %s', async (name) => {
    const { fake } = await open({ load: () => Promise.resolve(SAVED) });
    fireEvent.click(press(name));
    // No await since the click: the browser forgets the gesture after one.
    expect(fake.askLeave).toHaveBeenCalledOnce();
    await screen.findByText(/Saved|It works/);
  });

  it('is saved without consent as well, and then says that nothing is sent', async () => {
    const { fake, user } = await open();
    await user.type(model(), 'm');
    await user.click(press('Save'));
    expect(await screen.findByText(/Nothing will be sent to api.openai.com/)).toBeDefined();
    expect(fake.save).toHaveBeenCalledWith(expect.objectContaining({ consented: false }), expect.anything());
  });

  it('tries all the same when the browser is told no', async () => {
    const { fake, user } = await open({ askLeave: () => Promise.resolve(false) });
    await user.type(model(), 'm');
    await user.click(consent());
    await user.click(press('Save'));
    expect(await screen.findByText(/told not to let Sidelight reach it/)).toBeDefined();
    expect(fake.save).toHaveBeenCalledWith(expect.objectContaining({ consented: true }), expect.anything());
  });

  it('takes a no of a browser that asks about data as a no to sending', async () => {
    const { fake, user } = await open({ askLeave: () => Promise.resolve(false), leaveIsConsent: true });
    await user.type(model(), 'm');
    await user.click(consent());
    await user.click(press('Save'));
    await screen.findByText('Saved.');
    expect(fake.save).toHaveBeenCalledWith(expect.objectContaining({ consented: false }), expect.anything());
    expect(consent()).toHaveProperty('checked', false);
  });

  it.each([
    ['http://192.168.1.5:11434/v1', /http is refused/],
    ['api.example.org', /not a web address/],
  ])('refuses %s in words, and goes to the field', async (typed, words) => {
    const { fake, user } = await open();
    await user.clear(address());
    await user.type(address(), typed);
    await user.type(model(), 'm');
    for (const name of ['Save', 'Test connection']) {
      await user.click(press(name));
      expect(screen.getByText(words)).toBeDefined();
      expect(address().getAttribute('aria-invalid')).toBe('true');
      expect(document.activeElement).toBe(address());
    }
    expect(fake.askLeave).not.toHaveBeenCalled();
    expect(fake.save).not.toHaveBeenCalled();
    expect(fake.test).not.toHaveBeenCalled();
  });

  it('says so when the browser could not store it', async () => {
    const { user } = await open({ save: () => Promise.reject(new Error('QuotaExceeded')) });
    await user.type(model(), 'm');
    await user.click(press('Save'));
    expect(await screen.findByText('That was not saved.')).toBeDefined();
  });

  it('can be turned off', async () => {
    const { fake, user } = await open({ load: () => Promise.resolve(SAVED) });
    await user.click(press('Turn off'));
    expect(await screen.findByText(/Turned off/)).toBeDefined();
    expect(fake.turnOff).toHaveBeenCalledOnce();
    expect(screen.queryByRole('button', { name: 'Turn off' })).toBeNull();
  });
});

describe('consent and key belong to one host', () => {
  it('names the host in the sentence that is ticked', async () => {
    await open({ load: () => Promise.resolve(SAVED) });
    expect(
      screen.getByRole('checkbox', {
        name: 'Redacted words of your conversations may go to gateway.example.org when I allow it for a conversation.',
      }),
    ).toHaveProperty('checked', true);
  });

  it('ends with another host, and not with another path', async () => {
    const { user } = await open({ load: () => Promise.resolve(SAVED) });
    await user.type(key(), 'sk-1');
    await user.type(address(), '/extra');
    expect(consent()).toHaveProperty('checked', true);
    await user.selectOptions(screen.getByLabelText('Service'), 'OpenRouter');
    expect(consent()).toHaveProperty('checked', false);
    expect(key()).toHaveProperty('value', '');
  });

  it('cannot be given to nobody', async () => {
    const { user } = await open();
    await user.clear(address());
    expect(consent()).toHaveProperty('disabled', true);
  });
});

describe('the key', () => {
  it('is never shown, only said to be there and for how long', async () => {
    const { fake, user } = await open({
      load: () => Promise.resolve(SAVED),
      keyStatus: () => Promise.resolve({ kept: true, remembered: false }),
    });
    expect(
      await screen.findByText(/A key for gateway.example.org is kept until the browser closes/),
    ).toBeDefined();
    expect(key()).toHaveProperty('type', 'password');
    expect(key()).toHaveProperty('value', '');
    await user.click(press('Remove key'));
    expect(fake.removeKey).toHaveBeenCalledOnce();
  });

  it('is remembered only on request, with the plain warning beside the tick', async () => {
    const { fake, user } = await open();
    expect(remember()).toHaveProperty('checked', false);
    expect(screen.getByText(/stored unencrypted/)).toBeDefined();
    await user.type(model(), 'm');
    await user.click(remember());
    await user.click(press('Save'));
    await screen.findByText('Saved.');
    expect(fake.save).toHaveBeenCalledWith(expect.anything(), { typed: '', remember: true });
  });

  it('shows how it is kept now, and can be taken off the disk', async () => {
    const { fake, user } = await open({
      load: () => Promise.resolve(SAVED),
      keyStatus: () => Promise.resolve({ kept: true, remembered: true }),
    });
    await waitFor(() => {
      expect(remember()).toHaveProperty('checked', true);
    });
    await user.click(remember());
    await user.click(press('Save'));
    await screen.findByText('Saved.');
    expect(fake.save).toHaveBeenCalledWith(expect.anything(), { typed: '', remember: false });
  });
});

describe('testing the connection', () => {
  it('says that it works', async () => {
    const { fake, user } = await open({ load: () => Promise.resolve(SAVED) });
    await user.type(key(), 'sk-typed');
    await user.click(press('Test connection'));
    expect(await screen.findByText(/kind-1 at gateway.example.org answered in 0.8 seconds/)).toBeDefined();
    expect(fake.test).toHaveBeenCalledWith(
      { baseUrl: 'https://gateway.example.org/v1', model: 'kind-1' },
      'sk-typed',
    );
    expect(fake.save).not.toHaveBeenCalled();
  });

  it.each([
    ['bad-key', /did not accept the key/],
    ['unknown-model', /does not know this model/],
    ['unreachable', /could not be reached/],
    ['not-an-api', /something else at this address/],
    ['disconnected', /connection inside the browser was lost/],
  ] as const)('says what is wrong: %s', async (code, words) => {
    const { user } = await open({
      load: () => Promise.resolve(SAVED),
      test: () => Promise.resolve({ ok: false, code, detail: 'as told' }),
    });
    await user.click(press('Test connection'));
    expect(await screen.findByText(words)).toBeDefined();
    expect(screen.getByText(/as told/)).toBeDefined();
  });

  it.each([
    ['chrome-extension://abc/options.html', 'OLLAMA_ORIGINS=chrome-extension://*'],
    ['moz-extension://abc/options.html', 'OLLAMA_ORIGINS=moz-extension://*'],
  ])('gives the exact line for Ollama on %s, to copy', async (pageUrl, line) => {
    const { fake, user } = await open({
      load: () => Promise.resolve(SAVED),
      test: () => Promise.resolve({ ok: false, code: 'ollama-origin' }),
      pageUrl,
    });
    await user.click(press('Test connection'));
    expect((await screen.findByText(line)).tagName).toBe('CODE');
    await user.click(press('Copy'));
    expect(fake.copy).toHaveBeenCalledWith(line);
  });

  it('forgets what it said as soon as something changes', async () => {
    const { user } = await open({ load: () => Promise.resolve(SAVED) });
    await user.click(press('Test connection'));
    await screen.findByText('It works.');
    await user.type(model(), '2');
    expect(screen.queryByText('It works.')).toBeNull();
  });
});

describe('allowed sites', () => {
  it('are listed by name, each with a way back; the endpoint is told apart', async () => {
    const { fake, user } = await open({
      load: () => Promise.resolve(SAVED),
      sites: () => Promise.resolve(['https://gateway.example.org/*', 'https://chat.example.com/*']),
    });
    const card = screen.getByRole('region', { name: 'Sites that Sidelight may read' });
    const list = await within(card).findByRole('list');
    const rows = within(list).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      'chat.example.com Revoke',
      'gateway.example.org your language model, not readRevoke',
    ]);
    await user.click(press('Revoke chat.example.com'));
    expect(fake.revoke).toHaveBeenCalledWith('https://chat.example.com/*');
  });

  it('follow what the browser says', async () => {
    let changed: () => void = () => undefined;
    let sites = ['https://chat.example.com/*'];
    await open({
      sites: () => Promise.resolve(sites),
      watchSites: (callback) => {
        changed = callback;
        return () => undefined;
      },
    });
    await screen.findByText('chat.example.com');
    sites = [];
    changed();
    expect(await screen.findByText(/None yet/)).toBeDefined();
  });
});

describe('forgetting everything', () => {
  it('asks once more in the same place, with the safe answer in hand', async () => {
    const { fake, user } = await open();
    await user.click(press('Forget everything…'));
    expect(document.activeElement).toBe(press('Keep it'));
    expect(fake.forgetEverything).not.toHaveBeenCalled();
    await user.click(press('Keep it'));
    expect(document.activeElement).toBe(press('Forget everything…'));
    expect(fake.forgetEverything).not.toHaveBeenCalled();
  });

  it('empties the form too', async () => {
    let stored: Endpoint | null = SAVED;
    const { user } = await open({
      load: () => Promise.resolve(stored),
      forgetEverything: () => {
        stored = null;
        return Promise.resolve();
      },
    });
    await user.click(press('Forget everything…'));
    await user.click(press('Yes, forget everything'));
    expect(await screen.findByText(/remembers nothing/)).toBeDefined();
    await screen.findByText('off');
    expect(model()).toHaveProperty('value', '');
  });
});

describe('the browser’s own model', () => {
  it('is not spoken of where there is none', async () => {
    await open();
    expect(screen.queryByText('The browser’s own model')).toBeNull();
  });

  it('is downloaded on a click alone, and used on another', async () => {
    let state: 'downloadable' | 'available' = 'downloadable';
    const downloadBuiltin = vi.fn(() => {
      state = 'available';
      return Promise.resolve();
    });
    const { fake, user } = await open({ builtinState: () => Promise.resolve(state), downloadBuiltin });
    expect(downloadBuiltin).not.toHaveBeenCalled();
    await user.click(await screen.findByRole('button', { name: 'Download it' }));
    await user.click(await screen.findByRole('button', { name: 'Use it for suggestions' }));
    expect(fake.saveEngineChoice).toHaveBeenCalledWith('builtin');
    expect(await screen.findByRole('button', { name: 'Stop using it' })).toBeDefined();
  });

  it('says what to do when the download fails', async () => {
    const { user } = await open({
      builtinState: () => Promise.resolve('downloadable'),
      downloadBuiltin: () => Promise.reject(new Error('no space')),
    });
    await user.click(await screen.findByRole('button', { name: 'Download it' }));
    expect(await screen.findByText(/Check the space on this computer/)).toBeDefined();
  });
});

describe('limits, prices and rules of an organisation', () => {
  it('are saved as typed', async () => {
    const saveSpending = vi.fn(() => Promise.resolve());
    const { fake, user } = await open({ load: () => Promise.resolve(SAVED), saveSpending });
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
    const { fake, user } = await open({
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
  const { fake, user } = await open({ loadFlagsOff: () => Promise.resolve(['parroting']) });
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
  const choose = async (user: ReturnType<typeof userEvent.setup>, text: string) => {
    const file = new File([text], 'rules.json', { type: 'application/json' });
    await user.upload(screen.getByLabelText('Choose a file of rule changes'), file);
  };

  it('are shown before they are taken over', async () => {
    const { fake, user } = await open();
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
    const { fake, user } = await open();
    await choose(user, '{"rules":{"minimizing":{"on":false}}}');
    expect(await screen.findByText(/Did you mean "minimising"\?/)).toBeDefined();
    await choose(user, '{"rules":');
    expect(await screen.findByText(/not JSON/)).toBeDefined();
    expect(fake.saveRuleChanges).not.toHaveBeenCalled();
  });
});

describe('an organisation’s competences', () => {
  const choose = async (user: ReturnType<typeof userEvent.setup>, text: string) => {
    const file = new File([text], 'competences.json', { type: 'application/json' });
    await user.upload(screen.getByLabelText('Choose a file of competences'), file);
  };
  const OWN = { ...COMPETENCES, competences: COMPETENCES.competences.slice(0, 1) };

  it('are shown before they are taken over, and can be given back', async () => {
    const { fake, user } = await open();
    await choose(user, JSON.stringify(OWN));
    expect(await screen.findByText(/^This file looks at: Saying back what you heard\./)).toBeDefined();
    expect(fake.saveCompetences).not.toHaveBeenCalled();
    await user.click(press('Take it over'));
    expect(fake.saveCompetences).toHaveBeenCalledWith(OWN);
    await user.click(await screen.findByRole('button', { name: 'Back to the competences as they ship' }));
    expect(fake.removeCompetences).toHaveBeenCalled();
  });

  it('with a fault change nothing, and say which field it is', async () => {
    const { fake, user } = await open();
    const [first] = OWN.competences;
    await choose(user, JSON.stringify({ ...OWN, competences: [{ ...first, name: undefined }] }));
    expect(await screen.findByText(/saying-back › name: it is missing/)).toBeDefined();
    await choose(user, JSON.stringify(OWN).replaceAll('flag:parroting', 'flag:parotting'));
    expect(await screen.findByText(/there is no sign "flag:parotting"\. Did you mean/)).toBeDefined();
    expect(fake.saveCompetences).not.toHaveBeenCalled();
  });
});
