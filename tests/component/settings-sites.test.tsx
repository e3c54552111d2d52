// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { KnownSitesCard } from '@/components/settings/known-sites-card';
import { OwnNamesCard } from '@/components/settings/own-names-card';
import { RecipesCard } from '@/components/settings/recipes-card';
import type { Adapter } from '@/utils/sites/adapter';
import { makeRecipe } from '@/utils/sites/teach/make-recipe';
import type { Recipe } from '@/utils/sites/recipe';
import { openSettings, press, SAVED } from './render-settings';

const NO_SIDES: Adapter['side'] = {
  supporter: [{ css: '.mine' }],
  client: [],
  other: [],
  colleague: [],
  neither: [],
  self: [],
  you: [],
  clientName: [],
  pair: [],
  asker: [],
  askerName: [],
  bubble: [],
};
const ADAPTER: Adapter = {
  id: 'taught',
  name: 'chat.example.org',
  state: 'read',
  recognise: { markup: [{ css: '.log' }] },
  container: [{ css: '.log' }],
  list: [{ css: '.log' }],
  row: [{ css: '.row' }],
  breaks: [],
  key: [{ url: 'room/:' }],
  title: [],
  messageId: [],
  side: NO_SIDES,
  followUp: [],
  author: [],
  time: [],
  body: [{ css: 'chat-words >>> .text' }],
  quote: [],
  exclude: [],
  edited: [],
  deleted: [],
  pending: [],
  attachments: [],
  composer: [],
  settle: 500,
};
const RECIPE: Recipe = makeRecipe(ADAPTER, new URL('https://chat.example.org/room/1'), '2026-11-20');

function recipes(kept: readonly Recipe[] = []) {
  const api = {
    loadRecipes: () => Promise.resolve(kept),
    keepRecipes: vi.fn(() => Promise.resolve()),
    removeRecipe: vi.fn(() => Promise.resolve()),
    watchRecipes: () => () => undefined,
    download: vi.fn(),
  };
  render(<RecipesCard api={api} />);
  return { api, user: userEvent.setup() };
}

const file = (text: string) => new File([text], 'recipe.json', { type: 'application/json' });
const chooser = (): HTMLElement => screen.getByLabelText('Import a file\u2026');

describe('sites that were taught', () => {
  it('are listed, handed out as the file that they are, and removed', async () => {
    const { api, user } = recipes([RECIPE]);
    await user.click(await screen.findByRole('button', { name: 'Export chat.example.org /room/**' }));
    const [name, text] = api.download.mock.calls[0] as unknown as [string, string];
    expect(name).toBe('chat.example.org.json');
    expect(JSON.parse(text)).toEqual(RECIPE);
    await user.click(screen.getByRole('button', { name: 'Remove chat.example.org /room/**' }));
    expect(api.removeRecipe).toHaveBeenCalledWith(RECIPE);
  });

  it('are shown from a file, in words and as data, before they are taken over', async () => {
    const { api, user } = recipes();
    await user.upload(chooser(), file(JSON.stringify(RECIPE)));
    const offer = await screen.findByRole('group', { name: 'Take over what the file says?' });
    expect(offer.textContent).toContain('chat.example.org');
    expect(offer.textContent).toContain('chat-words >>> .text');
    expect(api.keepRecipes).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Take it over' }));
    expect(api.keepRecipes).toHaveBeenCalledWith([RECIPE]);
    await screen.findByText('Taken over: chat.example.org.');
  });

  it('are left alone when the person says so', async () => {
    const { api, user } = recipes();
    await user.upload(chooser(), file(JSON.stringify(RECIPE)));
    await user.click(await screen.findByRole('button', { name: 'Leave it' }));
    expect(screen.queryByRole('group')).toBeNull();
    expect(api.keepRecipes).not.toHaveBeenCalled();
  });

  it.each([
    ['no JSON at all', 'hello'],
    ['a selector for passwords', JSON.stringify(withBody('input[type=password]'))],
    ['half a way into a shadow root', JSON.stringify(withBody('chat-words >>> '))],
    ['knows no such field', JSON.stringify({ ...RECIPE, script: 'alert(1)' })],
  ])('are refused with a reason: %s', async (_, text) => {
    const { api, user } = recipes();
    await user.upload(chooser(), file(text));
    await vi.waitFor(() => {
      expect(screen.getByRole('status').textContent).not.toBe('');
    });
    expect(screen.queryByRole('button', { name: 'Take it over' })).toBeNull();
    expect(api.keepRecipes).not.toHaveBeenCalled();
  });
});

function withBody(css: string): Recipe {
  return { ...RECIPE, reads: { ...RECIPE.reads, body: [{ css }] } };
}

describe('sites that are known', () => {
  it('are read at once, but for the experimental ones, which are switched on by hand', async () => {
    const saveExperimental = vi.fn(() => Promise.resolve());
    render(<KnownSitesCard api={{ loadExperimental: () => Promise.resolve([]), saveExperimental }} />);
    const user = userEvent.setup();
    const box = await screen.findByRole('checkbox', { name: /7 Cups/ });
    expect((box as HTMLInputElement).checked).toBe(false);
    expect(screen.queryByRole('checkbox', { name: /Discord/ })).toBeNull();
    await user.click(box);
    expect(saveExperimental).toHaveBeenCalledWith(['7-cups']);
  });
});

describe('sites on which a name is remembered', () => {
  it('are listed and forgotten one by one; without any there is nothing to see', async () => {
    const removeOwnName = vi.fn(() => Promise.resolve());
    const sites = [{ origin: 'https://chat.example.org', made: '2026-11-28' }];
    render(<OwnNamesCard api={{ loadOwnNames: () => Promise.resolve(sites), removeOwnName }} />);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Forget my name on chat.example.org' }));
    expect(removeOwnName).toHaveBeenCalledWith('https://chat.example.org');
    await screen.findByText(/Forgotten on chat\.example\.org/);
    cleanup();
    const { container } = render(
      <OwnNamesCard api={{ loadOwnNames: () => Promise.resolve([]), removeOwnName }} />,
    );
    expect(container.textContent).toBe('');
  });
});

describe('allowed sites', () => {
  it('are listed by name, each with a way back; the endpoint is told apart', async () => {
    const { fake, user } = await openSettings({
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
    await openSettings({
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
