import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createGuesser } from '@/utils/sites/detect/guesser';
import type { MakeGuesser } from '@/utils/sites/place-finder';

/** What the reader in this isolated world waits for. */
const world = globalThis as { sidelightGuess?: (make: MakeGuesser) => void };

/** Put into a page beside its reader once no adapter fits; a script of its own, since most pages never need it. */
export default defineUnlistedScript(() => {
  world.sidelightGuess?.(createGuesser);
});
