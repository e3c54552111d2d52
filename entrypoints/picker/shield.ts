import { OVERLAY_CSS } from './overlay.css';

/** Events that the person's hand causes while they teach: none of them is the page's. */
const EVENTS =
  `pointerdown pointerup pointermove pointerover pointerout pointerenter pointerleave mousedown mouseup
  mousemove mouseover mouseout mouseenter mouseleave click dblclick auxclick contextmenu touchstart touchmove touchend
  keydown keypress keyup`.split(/\s+/);
/** Milliseconds after the last turn of the wheel until the page is covered again. */
const WHEEL_REST = 180;

/** A sheet of glass over the page: a document of our own, in a closed shadow root, that takes every click and key. */
export interface Shield {
  /** What stands in the page for all of it. */
  host: Element;
  doc: Document;
  /** Takes everything away, and gives the keyboard back to where it was. */
  remove(): void;
}

/**
 * Covers the page. Clicks and keys go to a frame of ours, so that not even a listener that was there first hears
 * them; what reaches the page nevertheless is swallowed on its way in, and handed to `onStray`. The wheel still
 * moves the page: scrolling is the person's own.
 */
export function raiseShield(onStray: (event: Event) => void): Shield | null {
  const had = document.activeElement;
  const host = document.createElement('div');
  host.style.cssText =
    'all: initial; position: fixed; inset: 0; z-index: 2147483647; display: block; color-scheme: light;';
  const frame = document.createElement('iframe');
  frame.title = 'Sidelight: teach this site';
  frame.style.cssText =
    'all: initial; position: absolute; inset: 0; width: 100%; height: 100%; border: 0; background: transparent; color-scheme: light;';
  host.attachShadow({ mode: 'closed' }).append(frame);
  document.documentElement.append(host);
  const doc = frame.contentDocument;
  if (!doc) {
    host.remove();
    return null;
  }
  dress(doc);

  const listening = new AbortController();
  const { signal } = listening;
  const swallow = (event: Event): void => {
    event.stopImmediatePropagation();
    if (event.cancelable) event.preventDefault();
    if (event.target !== host) onStray(event);
  };
  for (const name of EVENTS) addEventListener(name, swallow, { capture: true, passive: false, signal });
  letWheelThrough(host, doc, signal);
  frame.contentWindow?.focus();
  doc.body.focus();

  return {
    host,
    doc,
    remove() {
      listening.abort();
      host.remove();
      if (had instanceof HTMLElement && had !== document.body && had.isConnected)
        had.focus({ preventScroll: true });
    },
  };
}

function dress(doc: Document): void {
  const style = doc.createElement('style');
  style.textContent = OVERLAY_CSS;
  doc.head.append(style);
  doc.documentElement.lang = 'en';
  if (matchMedia('(prefers-color-scheme: dark)').matches) doc.documentElement.classList.add('dark');
  doc.body.tabIndex = -1;
}

/** The browser turns the page when nothing lies over it: so the glass is taken off while the wheel turns. */
function letWheelThrough(host: HTMLElement, doc: Document, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onWheel = (): void => {
    host.style.pointerEvents = 'none';
    clearTimeout(timer);
    timer = setTimeout(() => {
      host.style.pointerEvents = '';
    }, WHEEL_REST);
  };
  doc.addEventListener('wheel', onWheel, { passive: true, signal });
  addEventListener('wheel', onWheel, { capture: true, passive: true, signal });
}
