/**
 * The one schema library of the project. The small build keeps the content script light, and `jitless`
 * keeps it from compiling validators with `new Function`, which the extension's own policy forbids.
 */
import * as z from 'zod/mini';

z.config({ jitless: true });

export { z };
