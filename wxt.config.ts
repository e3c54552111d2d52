import { defineConfig } from 'wxt';
import { slimAdapters } from './scripts/build/slim-adapters';
import { slimRules } from './scripts/build/slim-rules';
import { slimOpenai } from './scripts/build/slim-openai';

/**
 * Text may leave the device only towards the one endpoint that the person configured. MV3 cannot narrow
 * `connect-src` at run time, so the policy allows https and loopback, and `utils/llm/egress.ts` holds the
 * only fetch and checks the one configured origin.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  // Lexicons and rules are parsed at once when needed: much faster than the same as object literals.
  vite: () => ({
    json: { namedExports: false, stringify: true },
    plugins: [slimAdapters(), slimRules(), slimOpenai()],
  }),
  manifest: ({ browser, command }) => ({
    name: 'Sidelight: a quiet aid for peer supporters',
    short_name: 'Sidelight',
    description:
      'Beside the chat you already use: how the person seems, what is still unanswered, what you could say. Reads only, on your device.',
    minimum_chrome_version: '116',
    permissions: ['storage', 'scripting', 'activeTab', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    action: { default_title: 'Open Sidelight beside this chat' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+S' } },
    },
    ...(command === 'build' && {
      content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'sidelight@sidelight.invalid',
          strict_min_version: '140.0',
          // Nothing is collected out of the box; a configured endpoint receives redacted chat text.
          data_collection_permissions: {
            required: ['none'],
            optional: ['personalCommunications', 'healthInfo'],
          },
        },
      },
    }),
  }),
});
