import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from '@playwright/test';

/** One act of the extension in the host page. */
export interface Trace {
  kind: 'mutations' | 'events' | 'focusChanges' | 'requests';
  /** The call, such as `HTMLElement.click`. */
  api: string;
  /** What it was called on. */
  target: string;
  stack: readonly string[];
}

export type HostReport = Record<Trace['kind'], readonly Trace[]> & {
  /**
   * How often scripts of the extension started under the guard. Zero means that nothing was watched, and
   * that the empty lists prove nothing.
   */
  watched: number;
};

export interface HostGuard {
  /** What the extension did to the page so far. */
  report(): Promise<HostReport>;
}

const BINDING = 'sidelightHostGuard';
const IN_WORLD = readFileSync(new URL('./in-world.js', import.meta.url), 'utf8');

interface World {
  id: number;
  uniqueId: string;
  origin: string;
  isPages: boolean;
}

/**
 * Watches what an extension does in one page, whatever the page itself does meanwhile. A content script runs
 * in a world of its own, which the page cannot see into; the browser's debugger can. It halts each script of
 * the extension before its first statement, long enough to put the watch of `in-world.js` into that world.
 *
 * Requests are also taken from the network itself, by who started them, and style sheets that are injected
 * without touching the DOM are reported by the browser.
 *
 * Start it before the page is opened or consent is given.
 */
export async function guardPage(page: Page, extensionId: string): Promise<HostGuard> {
  const origin = `chrome-extension://${extensionId}`;
  const cdp = await page.context().newCDPSession(page);
  const traces: Trace[] = [];
  const worlds = new Map<number, World>();
  const scriptWorlds = new Map<string, number>();
  /** Worlds that carry the watch, by their unique id: a reload makes new ones. */
  const watched = new Set<string>();
  let runs = 0;
  const add = (kind: Trace['kind'], api: string, target: string, stack: readonly string[] = []): void => {
    traces.push({ kind, api, target, stack });
  };

  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    const { isDefault } = context.auxData as unknown as { isDefault: boolean };
    worlds.set(context.id, { ...context, isPages: isDefault });
  });
  cdp.on('Debugger.scriptParsed', ({ scriptId, url, executionContextId }) => {
    scriptWorlds.set(scriptId, executionContextId);
    const world = worlds.get(executionContextId);
    if (world?.isPages && url.startsWith(origin)) add('mutations', 'script in the page’s own world', url);
    // A function handed to the page has no address to halt it by.
    if (world?.origin === origin && url === '' && !watched.has(world.uniqueId))
      add('mutations', 'script that the guard could not watch', '');
  });
  cdp.on('Debugger.paused', ({ callFrames }) => {
    void (async () => {
      const [frame] = callFrames;
      const world = worlds.get(scriptWorlds.get(frame?.location.scriptId ?? '') ?? -1);
      if (frame && world?.origin === origin) {
        runs += 1;
        if (!watched.has(world.uniqueId)) {
          watched.add(world.uniqueId);
          await watch(cdp, world.id, frame.callFrameId).catch((error: unknown) => {
            add('mutations', 'the guard itself failed', String(error));
          });
        }
      }
      // The page may have been left meanwhile.
      await cdp.send('Debugger.resume').catch(() => undefined);
    })();
  });
  cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name === BINDING) traces.push(JSON.parse(payload) as Trace);
  });
  cdp.on('Network.requestWillBeSent', ({ request, initiator }) => {
    if (isOurs(initiator, origin)) add('requests', `network ${request.method}`, request.url);
  });
  cdp.on('Network.webSocketCreated', ({ url, initiator }) => {
    if (initiator && isOurs(initiator, origin)) add('requests', 'network socket', url);
  });
  cdp.on('CSS.styleSheetAdded', ({ header }) => {
    if (header.origin === 'injected') add('mutations', 'injected style sheet', header.sourceURL);
  });

  await cdp.send('Runtime.enable');
  await cdp.send('Debugger.enable');
  await cdp.send('Debugger.setBreakpointByUrl', {
    urlRegex: `^${origin}/`,
    lineNumber: 0,
    columnNumber: 0,
  });
  await cdp.send('Network.enable');
  await cdp.send('DOM.enable');
  await cdp.send('CSS.enable');

  return {
    async report() {
      // What happened before this round trip has been told by now.
      await cdp.send('Runtime.evaluate', { expression: '0' });
      const of = (kind: Trace['kind']): readonly Trace[] => traces.filter((trace) => trace.kind === kind);
      return {
        watched: runs,
        mutations: of('mutations'),
        events: of('events'),
        focusChanges: of('focusChanges'),
        requests: of('requests'),
      };
    },
  };
}

async function watch(cdp: CDPSession, contextId: number, callFrameId: string): Promise<void> {
  await cdp.send('Runtime.addBinding', { name: BINDING, executionContextId: contextId });
  const { exceptionDetails } = await cdp.send('Debugger.evaluateOnCallFrame', {
    callFrameId,
    expression: `(${IN_WORLD.trim().replace(/;$/, '')})(${JSON.stringify(BINDING)})`,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
}

interface Initiator {
  url?: string;
  stack?: Stack;
}
interface Stack {
  callFrames: readonly { url: string }[];
  parent?: Stack;
}

/** Whether a script of the extension is anywhere among those that led to a request. */
function isOurs({ url = '', stack }: Initiator, origin: string): boolean {
  if (url.startsWith(origin)) return true;
  for (let each = stack; each; each = each.parent) {
    if (each.callFrames.some((frame) => frame.url.startsWith(origin))) return true;
  }
  return false;
}

/** How many acts a report holds, for a line that sums it up. */
export function countActs({ mutations, events, focusChanges, requests }: HostReport): number {
  return mutations.length + events.length + focusChanges.length + requests.length;
}
