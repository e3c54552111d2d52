import { defineConfig } from '@playwright/test';

/**
 * End-to-end tests drive the built extension (`npm run build` first) in Chromium, beside a real chat.
 * No retries: a test that fails now and then is a fault to mend.
 */
export default defineConfig({
  testDir: './tests/e2e',
  testMatch: '**/*.spec.ts',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  retries: 0,
  // Each test starts a browser of its own and an XMPP server; more at once only make one another late.
  workers: 1,
  forbidOnly: true,
  reporter: [
    ['list'],
    ...(process.env.E2E_REPORT ? [['json', { outputFile: process.env.E2E_REPORT }] as const] : []),
  ],
  use: { trace: 'off', screenshot: 'off', video: 'off' },
});
