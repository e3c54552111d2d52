import { hostOf } from '../deep';
import { tokensOf } from './tokens';

/** How one gets from an element into the shadow root in which another one stands: the beginning of its selector. */
export function wayTo(element: Element, from: Element): string {
  const root = from.getRootNode();
  let way = '';
  for (let one: Element = element; one.getRootNode() !== root;) {
    const host = hostOf(one);
    if (!host) return way;
    way = `${host === from ? '' : nameOf(host)} >>> ${way}`;
    one = host;
  }
  return way.trimStart();
}

/** Most hosts are elements of the page's own, whose name outlives its marks. */
function nameOf(host: Element): string {
  const token = host.localName.includes('-') ? undefined : tokensOf(host).find(({ rank }) => rank < 4);
  return token?.css ?? host.localName;
}

/** The part of a selector that holds in the root to which its way leads. */
export function hereCss(css: string): string {
  return (css.split('>>>').at(-1) ?? css).trim();
}
