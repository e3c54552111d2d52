import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PickerMessage, PickerOrder } from '@/utils/messaging/teaching';
import { openPicker, type Picker } from './picker';

/** Where this isolated world keeps its one picker, so that a second one takes its place. */
const world = globalThis as { sidelightPicker?: { close(): void } };
const PORT = 'picker';

/** Runs in a page only while the person teaches it, and leaves nothing behind. */
export default defineUnlistedScript(() => {
  world.sidelightPicker?.close();
  let last: PickerMessage | null = null;
  let port: ReturnType<typeof browser.runtime.connect> | null = null;
  let isOver = false;

  let picker: Picker | null = null;
  picker = openPicker({
    at: (teaching) => {
      say({ kind: 'at', teaching });
    },
    save: (recipe) => {
      say({ kind: 'recipe', recipe });
    },
    into: (origin) => {
      say({ kind: 'into', origin });
    },
    left: () => {
      isOver = true;
      port?.disconnect();
    },
  });
  if (picker) world.sidelightPicker = picker;

  function say(message: PickerMessage): void {
    if (message.kind === 'at') last = message;
    try {
      port ??= connect();
      port.postMessage(message);
    } catch {
      picker?.close();
    }
  }

  /** The worker may be stopped at any time: it is told again where teaching stands. */
  function connect(): ReturnType<typeof browser.runtime.connect> {
    const opened = browser.runtime.connect({ name: PORT });
    opened.onMessage.addListener((order: unknown) => {
      const word = order as PickerOrder;
      if (word === 'refused') picker?.refuse('refused');
      else if (word === 'closed') picker?.refuse('frame');
      else if (word === 'kept' || word === 'stop') picker?.close();
    });
    opened.onDisconnect.addListener(() => {
      port = null;
      if (isOver) return;
      if (browser.runtime?.id === undefined) picker?.close();
      else if (last) say(last);
    });
    return opened;
  }
});
