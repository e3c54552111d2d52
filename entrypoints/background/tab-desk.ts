import { browser, type Browser } from 'wxt/browser';
import type { Intent } from '@/utils/messaging/intents';
import type { ReaderReply, Welcome } from '@/utils/messaging/reader-answers';
import type { ReaderMessage } from '@/utils/messaging/reader-protocol';
import type { Engine, PageState, View } from '@/utils/messaging/view';
import { MAX_NAME } from '@/utils/conversation/limits';
import { PRACTICE_ORIGIN } from '@/utils/messaging/practice-note';
import { originPattern } from '@/utils/platform/match-pattern';
import { loadExperimental } from '@/utils/storage/experimental-sites';
import { keepOwnName, removeOwnName } from '@/utils/storage/own-names';
import { hasRecipe, recipesOf } from '@/utils/storage/recipes';
import { adapterOf } from '@/utils/sites/recipe';
import { currentEngine } from './llm-choice';
import { frameKey, isPracticePage, originOf, readerSite } from './sender';
import { PastedSessions, tabOf } from './pasted';
import { PageReaders } from './page-readers';
import { injectGuesser, isAllowed, isReadable, registerSite } from './sites';
import { USUAL_WORDING } from '@/utils/suggestions/wording';
import { chooseFlag, chooseWording, currentChoices } from './choices';
import { TeachDesk } from './teach-desk';
import type { TabSession } from './tab-session';
import type { TabSessions } from './tab-sessions';

/** What a reader hears back. */
export interface ReaderAnswer {
  reply: ReaderReply;
  welcome?: Welcome;
}

/** What the worker does for a tab: answers its reader, makes its view, carries out what the panel asks. */
export class TabDesk {
  private pasted: PastedSessions;
  readonly readers: PageReaders;
  readonly teaching: TeachDesk;

  constructor(
    private sessions: Promise<TabSessions>,
    private changed: (tabId: number) => void,
  ) {
    this.pasted = new PastedSessions(sessions);
    this.readers = new PageReaders(sessions);
    this.teaching = new TeachDesk(changed, this.readers.frames);
  }

  async onReader(message: ReaderMessage, sender: Browser.runtime.MessageSender): Promise<ReaderAnswer> {
    const site = readerSite(sender);
    if (!site || !(await mayRead(site.origin)) || !(await mayRead(site.frameOrigin)))
      return { reply: 'stop' };
    const { tabId, frameId, frameOrigin } = site;
    const heard = this.readers.frames.hear(tabId, frameId, frameOrigin, message);
    if (message.kind === 'guess') await injectGuesser(tabId, frameId);
    if (heard === 'wait') return { reply: 'pause' };
    if (heard === 'ignore' || message.kind === 'guess') return { reply: 'ok' };
    const all = await this.sessions;
    const own = frameId === 0 ? message : inFrame(message, frameKey(sender, site));
    const reply = await all.run(tabId, site.origin, (session) =>
      session.onReader(own, frameId === 0 ? undefined : frameOrigin),
    );
    if (message.kind !== 'hello') return { reply };
    const [experimental, recipes] = await Promise.all([loadExperimental(), recipesOf(frameOrigin)]);
    const taught = recipes.map((recipe) => ({
      adapter: adapterOf(recipe),
      instead: recipe.instead === true,
    }));
    return { reply, welcome: { experimental, taught } };
  }

  async viewOf(tabId: number): Promise<View> {
    const [tab, engine, choices] = await Promise.all([
      browser.tabs.get(tabId),
      currentEngine(),
      currentChoices(),
    ]);
    const pasted = await this.pasted.of(tabId);
    if (pasted) return pastedView(pasted.view(engine, choices));
    if (tab.url === undefined || tab.url === '') return emptyView(tabId, 'idle', engine);
    const origin = readingOrigin(tab.url);
    if (origin === null) return emptyView(tabId, 'forbidden', engine);
    if (!(await mayRead(origin))) return emptyView(tabId, 'consent', engine, origin);
    const all = await this.sessions;
    const known = all.peek(tabId);
    const isFirstLook = known?.origin !== origin;
    // A session that is in memory is looked at at once, without waiting for what is being stored of it.
    const own = isFirstLook
      ? await all.run(tabId, origin, (session) => session.view(engine, choices))
      : known.view(engine, choices);
    const teaching = this.teaching.of(tabId);
    const isLost = own.state === 'no-chat' || own.state === 'unreadable';
    const taught = isLost && (await hasRecipe(new URL(tab.url)));
    const frames = await closedFrames(own);
    const view = { ...own, frames, ...(teaching && { teaching }), ...(taught && { taught }) };
    // After a restart of the worker, or in a page opened before: make sure that somebody reads.
    if (isFirstLook && view.state !== 'paused') void this.readers.wake(tabId, origin);
    return view;
  }

  /** The session of a tab whose site may be read, opened from storage after a restart of the worker. */
  async sessionOf(tabId: number): Promise<TabSession | null> {
    const pasted = await this.pasted.of(tabId);
    if (pasted) return pasted;
    const origin = readingOrigin((await browser.tabs.get(tabId)).url);
    if (origin === null || !(await mayRead(origin))) return null;
    return (await this.sessions).run(tabId, origin, (session) => session);
  }

  async onIntent(intent: Intent): Promise<void> {
    if (intent.kind === 'follow') return;
    if (intent.kind === 'wording') return chooseWording(intent.wording);
    if (intent.kind === 'flag' && intent.where === 'everywhere') return chooseFlag(intent.flag, intent.on);
    const { tabId } = intent;
    if (intent.kind === 'paste-transcript') {
      await this.pasted.paste(intent);
      this.changed(tabId);
      return;
    }
    const pasted = await this.pasted.of(tabId);
    if (pasted) return this.onPastedIntent(pasted, intent);
    const origin = readingOrigin((await browser.tabs.get(tabId)).url);
    if (origin === null) return;
    const all = await this.sessions;
    if (intent.kind === 'allowed') {
      const pattern = originPattern(origin);
      // The prompt was answered for the page that the person saw; it may have gone elsewhere since.
      if (pattern === null || intent.origin !== origin) return;
      if (!(await browser.permissions.contains({ origins: [pattern] }))) return;
      await registerSite(origin);
      await this.readers.start(tabId, origin);
      return;
    }
    if (!(await mayRead(origin))) return;
    if (intent.kind === 'allowed-frame') {
      const pattern = originPattern(intent.origin);
      if (pattern === null || !(await browser.permissions.contains({ origins: [pattern] }))) return;
      await registerSite(intent.origin);
      await this.readers.start(tabId, origin);
      return;
    }
    switch (intent.kind) {
      case 'stop-site': {
        const pattern = originPattern(origin);
        // Taking the permission back brings `permissions.onRemoved`, which ends everything else.
        if (intent.origin === origin && pattern !== null) {
          await this.readers.tellSite(pattern, 'stop');
          await browser.permissions.remove({ origins: [pattern] });
        }
        return;
      }
      case 'teach': {
        const { state } = await all.run(tabId, origin, (session) => session);
        const isKnown = ['reading', 'paused', 'unreadable'].includes(state);
        await this.teaching.start(tabId, isKnown, this.readers.frames.holderOf(tabId));
        return;
      }
      case 'stop-teaching':
        this.teaching.stop(tabId);
        return;
      default:
        await all.run(tabId, origin, (session) => session.onIntent(intent));
        await this.keepName(intent, (await this.sessions).peek(tabId));
        // What the page itself tells of sides comes back with the next snapshot.
        if (intent.kind === 'forget-who') await this.readers.tell(tabId, 'resync');
        if (intent.kind === 'pause') await this.readers.tell(tabId, 'pause');
        if (intent.kind === 'resume') await this.readers.wake(tabId, origin);
    }
  }

  /** Keeps the person's own name on a site past the session, when they wish so; what they take back goes. */
  private async keepName(intent: Intent, session: TabSession | undefined): Promise<void> {
    const record = session?.conversation;
    if (!session || !record) return;
    const site = record.frame ?? session.origin;
    if (intent.kind === 'forget-who' && intent.key === record.key) await removeOwnName(site);
    if (intent.kind !== 'who-is-who' || intent.key !== record.key || intent.remember !== true) return;
    if (intent.about === 'me' && intent.name !== null)
      await keepOwnName(site, intent.name, new Date().toISOString().slice(0, 10));
  }

  /** What is pasted can be read and closed; there is nothing to pause and no site to leave. */
  private async onPastedIntent(session: TabSession, intent: Intent): Promise<void> {
    switch (intent.kind) {
      case 'close-paste':
        await this.pasted.close(tabOf(session.tabId));
        this.changed(tabOf(session.tabId));
        return;
      case 'pause':
      case 'resume':
      case 'allowed':
      case 'stop-site':
      case 'teach':
        return;
      default:
        await (await this.sessions).run(session.tabId, session.origin, (own) => own.onIntent(intent));
    }
  }

  async forget(tabId: number): Promise<void> {
    this.readers.frames.forget(tabId);
    await (await this.sessions).forget(tabId);
    await this.pasted.forget(tabId);
  }
}

/** Under which origin a tab's page is read; null for one that no extension can read. */
function readingOrigin(url: string | undefined): string | null {
  if (isPracticePage(url)) return PRACTICE_ORIGIN;
  return url !== undefined && originOf(url) !== null && isReadable(url) ? originOf(url) : null;
}

/** Practice is the person's own doing on our own page; every other site is allowed by them first. */
async function mayRead(origin: string): Promise<boolean> {
  return origin === PRACTICE_ORIGIN || isAllowed(origin);
}

/** Conversations of a frame have names of their own, so that none is taken for one of the page or of another frame. */
function inFrame(message: ReaderMessage, frame: string): ReaderMessage {
  const named = (key: string) => `${frame} ${key}`.slice(0, MAX_NAME);
  if (message.kind === 'draft') return { ...message, key: named(message.key) };
  if (message.kind !== 'delta') return message;
  return { ...message, conversation: { ...message.conversation, key: named(message.conversation.key) } };
}

/** Frames of the page that may hold the conversation and may not be read yet. */
async function closedFrames({ state, frames = [] }: View): Promise<string[]> {
  if (state !== 'no-chat') return [];
  const allowed = await Promise.all(frames.map(isAllowed));
  return frames.filter((origin, n) => allowed[n] !== true && originPattern(origin) !== null);
}

/** As the panel of the tab shows it: no page has a part in it. */
function pastedView(view: View): View {
  return { ...view, origin: undefined, tabId: tabOf(view.tabId), pasted: true };
}

function emptyView(tabId: number, state: PageState, engine: Engine, origin?: string): View {
  const counts = { total: 0, client: 0, supporter: 0, unknown: 0 };
  return {
    tabId,
    state,
    ...(origin !== undefined && { origin }),
    counts,
    points: [],
    safety: [],
    wording: USUAL_WORDING,
    engine,
  };
}
