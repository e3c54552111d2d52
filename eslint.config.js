import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { readOnlySyntax } from './scripts/setup/read-only-rules.mjs';

export default defineConfig(
  globalIgnores([
    '.output',
    '.wxt',
    'node_modules',
    'demo-out',
    'test-results',
    'playwright-report',
    'public',
  ]),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { minimumDescriptionLength: 10 }],
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  {
    files: ['components/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs['recommended-latest'].rules,
  },
  {
    // One door out of the device: only utils/llm/egress.ts may call fetch.
    files: ['{components,entrypoints,utils}/**/*.{ts,tsx}'],
    ignores: ['utils/llm/egress.ts', 'utils/platform/packaged-file.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'fetch',
        'XMLHttpRequest',
        'WebSocket',
        'EventSource',
        'localStorage',
      ],
    },
  },
  {
    // The law "it never acts for the person": nothing that runs in a host page may write to it.
    files: ['entrypoints/chat-reader/**/*.ts', 'entrypoints/chat-guesser/**/*.ts', 'utils/sites/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...readOnlySyntax] },
  },
  {
    // Numeric kernels over typed arrays: every index is within bounds by construction of the loops.
    files: ['scripts/train/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // Command line tools speak on the terminal.
    files: ['scripts/**/*.ts', 'tests/support/**/*.ts', 'tests/e2e/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
);
