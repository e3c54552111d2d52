import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** Builds the gallery as a static page without the extension around it. */
export async function buildGallery(outDir: string): Promise<void> {
  await build({
    root: HERE,
    configFile: false,
    logLevel: 'warn',
    base: './',
    plugins: [react()],
    resolve: { alias: { '@': ROOT } },
    build: {
      outDir,
      emptyOutDir: true,
      modulePreload: false,
      rollupOptions: { input: [`${HERE}index.html`, `${HERE}practice.html`] },
    },
  });
}
