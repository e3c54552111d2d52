import { elementsIn } from './deep';
import { isVisible } from './locate';

/** Smallest frame that may hold a conversation, in CSS pixels. */
const LEAST = { width: 180, height: 120 };
/** Elements of a page among which frames are looked for, and frames that are told of. */
const MOST_ELEMENTS = 6_000;
const MOST_FRAMES = 6;

/** The origin of what a frame shows, as far as the page around it can tell; its own for what has no address. */
export function originIn(frame: HTMLIFrameElement): string {
  const own = frame.ownerDocument.defaultView?.origin ?? '';
  if (frame.hasAttribute('srcdoc') || !URL.canParse(frame.src)) return own;
  const { protocol, origin } = new URL(frame.src);
  return /^https?:$/.test(protocol) ? origin : own;
}

/** Origins of the frames in sight that are large enough for a chat and that the page's own reader can't look into. */
export function foreignFrames(doc: Document): string[] {
  const own = doc.defaultView?.origin;
  const frames = elementsIn(doc.documentElement, MOST_ELEMENTS).filter(
    (one): one is HTMLIFrameElement => one instanceof HTMLIFrameElement,
  );
  const large = frames.filter((frame) => {
    const { width, height } = frame.getBoundingClientRect();
    return width >= LEAST.width && height >= LEAST.height && isVisible(frame);
  });
  return [...new Set(large.map(originIn))].filter((origin) => origin !== own).slice(0, MOST_FRAMES);
}
