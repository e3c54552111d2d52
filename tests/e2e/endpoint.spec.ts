import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../support/extension/launch';
import { attentive, badKey, resetsAfter, says, silentAfter, webPage } from '../support/llm-server/behaviours';
import { startLlmServer, type Behaviour, type LlmServer } from '../support/llm-server/server';
import { expect, say, test as base } from '../support/pages/side-by-side';

const KEY = 'sk-test-only';

interface WithEndpoint {
  /** How the endpoint answers, one behaviour for each request; the last one stays. */
  script: { behaviours: Behaviour[] };
  endpoint: LlmServer;
}

const test = base.extend<WithEndpoint>({
  script: [{ behaviours: [attentive] }, { option: true }],
  endpoint: async ({ script }, use) => {
    const endpoint = await startLlmServer({ script: script.behaviours });
    await use(endpoint);
    await endpoint.close();
  },
});

async function setUp(sidelight: ExtensionBrowser, endpoint: LlmServer): Promise<Page> {
  const options = await sidelight.openExtensionPage('options.html');
  await options.getByLabel('Service').selectOption({ label: 'Another one' });
  await options.getByLabel('Address').fill(endpoint.url);
  await options.getByRole('textbox', { name: 'Model' }).fill('test-model');
  await options.locator('input[type=password]').fill(KEY);
  await options.getByLabel(/^Redacted words of your conversations may go to 127.0.0.1/).check();
  await options.getByRole('button', { name: 'Save' }).click();
  await expect(options.getByText('Saved.')).toBeVisible();
  return options;
}

const suggestions = (panel: Page) => panel.getByRole('region', { name: 'You could say' });

test('suggestions come from the endpoint, streamed and redacted, only after the person allowed it', async ({
  sidelight,
  chat,
  panel,
  endpoint,
}) => {
  await say(chat, 'My sister Hannah left and I feel so alone, mail me at sam.hill@example.org');
  await setUp(sidelight, endpoint);
  await chat.bringToFront();
  await expect(panel.getByText(/^Send this conversation, redacted, to 127/)).toBeVisible();
  expect(endpoint.requests).toHaveLength(0);
  await panel.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect(suggestions(panel).getByText(/^127.0.0.1/)).toBeVisible();
  await expect(suggestions(panel).getByRole('button', { name: /^Copy/ })).toHaveCount(3);
  const [request] = endpoint.requests;
  expect(request?.headers.authorization).toBe(`Bearer ${KEY}`);
  expect(request?.text).not.toContain('sam.hill@example.org');
  expect(request?.text).not.toContain('Sam');
  expect(request?.text).toContain('[EMAIL_1]');

  await say(chat, 'and the evenings are the worst');
  await expect.poll(() => endpoint.requests.length).toBe(2);
  await expect(suggestions(panel).getByText(/^127.0.0.1/)).toBeVisible();
});

test('the key is nowhere but in the browser’s memory, and no page can read it', async ({
  sidelight,
  endpoint,
}) => {
  await setUp(sidelight, endpoint);
  const worker = await sidelight.worker();
  const onDisk = await worker.evaluate(async () => JSON.stringify(await chrome.storage.local.get(null)));
  const inMemory = await worker.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null)));
  expect(onDisk).not.toContain(KEY);
  expect(inMemory).toContain(KEY);
});

async function allowed({
  sidelight,
  chat,
  panel,
  endpoint,
}: {
  sidelight: ExtensionBrowser;
  chat: Page;
  panel: Page;
  endpoint: LlmServer;
}): Promise<void> {
  await say(chat, 'I failed my exam and I feel so alone with it');
  await setUp(sidelight, endpoint);
  await chat.bringToFront();
  await panel.getByRole('button', { name: 'Allow', exact: true }).click();
}

test.describe('with a wrong key', () => {
  test.use({ script: { behaviours: [badKey] } });
  test('the panel says so and what to do, and the device’s suggestions stay', async ({
    sidelight,
    chat,
    panel,
    endpoint,
  }) => {
    const beside = { sidelight, chat, panel, endpoint };
    await allowed(beside);
    const card = suggestions(beside.panel);
    await expect(card.getByRole('alert')).toContainText(/key/i);
    await expect(card.getByRole('button', { name: /key/i })).toBeVisible();
    await expect(card.getByRole('button', { name: /^Copy/ })).not.toHaveCount(0);
  });
});

test.describe('with a web page where the API should be', () => {
  test.use({ script: { behaviours: [webPage()] } });
  test('the panel says that the address is not an API', async ({ sidelight, chat, panel, endpoint }) => {
    const beside = { sidelight, chat, panel, endpoint };
    await allowed(beside);
    const card = suggestions(beside.panel);
    await expect(card.getByRole('alert')).toBeVisible();
    await expect(card.getByRole('alert')).toContainText(/web page|address/i);
    await expect(card.getByRole('button', { name: /^Copy/ })).not.toHaveCount(0);
  });
});

test.describe('with a server that resets the stream', () => {
  test.use({ script: { behaviours: [resetsAfter(3)] } });
  test('there is one clear end and the device fills in', async ({ sidelight, chat, panel, endpoint }) => {
    const beside = { sidelight, chat, panel, endpoint };
    await allowed(beside);
    const card = suggestions(beside.panel);
    await expect(card.getByRole('alert')).toBeVisible();
    await expect(card.getByRole('button', { name: /^Copy/ })).not.toHaveCount(0);
  });
});

test.describe('with a worker that is stopped in the middle of an answer', () => {
  test.use({ script: { behaviours: [silentAfter(3), attentive] } });
  test('the request is taken up once more by itself and ends well', async ({
    sidelight,
    chat,
    panel,
    endpoint,
  }) => {
    const beside = { sidelight, chat, panel, endpoint };
    await allowed(beside);
    await expect.poll(() => beside.endpoint.requests.length).toBe(1);
    await beside.sidelight.killWorker();
    await expect.poll(() => beside.endpoint.requests.length).toBe(2);
    await expect(suggestions(beside.panel).getByText(/^127.0.0.1/)).toBeVisible();
    await expect(suggestions(beside.panel).getByRole('button', { name: /^Copy/ })).toHaveCount(3);
  });
});

test('a new message, or a closed panel, hangs up on what runs', async ({
  sidelight,
  chat,
  panel,
  endpoint,
}) => {
  await allowed({ sidelight, chat, panel, endpoint });
  await expect.poll(() => endpoint.requests.length).toBe(1);
  await panel.close();
  await endpoint.hungUp(0);
});

test.describe('another way to say the draft', () => {
  const WAY = 'It sounds lonely, going home with that. What was it like?';
  test.use({
    script: { behaviours: [attentive, says(() => JSON.stringify({ text: WAY })), badKey] },
  });
  test('comes from the endpoint, redacted, on a click; after a failure the device’s stays', async ({
    sidelight,
    chat,
    panel,
    endpoint,
  }) => {
    await allowed({ sidelight, chat, panel, endpoint });
    await expect(suggestions(panel).getByText(/^127.0.0.1/)).toBeVisible();
    await chat.locator('.chat-textarea').fill('You should just ask Hannah Miller, at least you tried');
    const draft = panel.getByRole('region', { name: 'Your draft' });
    await expect(draft).toContainText('it goes, redacted, to 127.0.0.1');
    expect(endpoint.requests).toHaveLength(1);
    await draft
      .getByRole('button', { name: /^Show another way to say it/ })
      .first()
      .click();
    const way = draft.getByRole('group', { name: /^Another way/ });
    await expect(way).toContainText(WAY);
    await expect(way).toContainText('From 127.0.0.1');
    expect(endpoint.requests[1]?.text).toContain('You should just ask [NAME_1]');
    expect(endpoint.requests[1]?.text).not.toContain('Hannah');

    await way.getByRole('button', { name: 'Another' }).click();
    await expect(way).toContainText('did not accept the key');
    await expect(way).toContainText('Made on this device');
    await expect(way.getByRole('button', { name: 'Copy this way to say it' })).toBeVisible();
  });
});
