import type { Side } from '@/utils/conversation/message';

const LABELS: Record<Side, string> = { client: 'theirs', supporter: 'yours', unknown: '?' };

/** What is to be seen over the page: boxes around its elements, drawn on our own glass. */
export interface Drawing {
  hover(element: Element | null, isRefused?: boolean): void;
  picked(elements: readonly Element[]): void;
  /** Rows by side, and the box in which the supporter writes. */
  tint(sides: ReadonlyMap<Element, Side>, composer: Element | null): void;
  stop(): void;
}

/** Draws after each frame for as long as something moves under the glass. */
export function makeDrawing(doc: Document): Drawing {
  let hovered: { element: Element; name: string } | null = null;
  let marked: readonly Element[] = [];
  let tinted: ReadonlyMap<Element, Side> = new Map();
  let composer: Element | null = null;
  const boxes: HTMLElement[] = [];
  let frame = requestAnimationFrame(draw);

  function draw(): void {
    let used = 0;
    const box = (element: Element, name: string, label = ''): void => {
      const { top, left, width, height, bottom } = element.getBoundingClientRect();
      if (!element.isConnected || width === 0 || bottom < 0 || top > innerHeight) return;
      const shown = boxes[used] ?? addBox();
      used += 1;
      shown.className = `box ${name}`;
      shown.style.cssText = `top:${String(top)}px;left:${String(left)}px;width:${String(width)}px;height:${String(height)}px`;
      const [text] = shown.children;
      if (text && text.textContent !== label) text.textContent = label;
      if (text instanceof HTMLElement || text) text.toggleAttribute('hidden', label === '');
      shown.hidden = false;
    };
    for (const [row, side] of tinted) box(row, side, LABELS[side]);
    if (composer) box(composer, 'composer', 'you write here');
    for (const element of marked) box(element, 'picked');
    if (hovered) box(hovered.element, hovered.name);
    for (const rest of boxes.slice(used)) rest.hidden = true;
    frame = requestAnimationFrame(draw);
  }

  function addBox(): HTMLElement {
    const shown = doc.createElement('div');
    const label = doc.createElement('span');
    label.className = 'label';
    shown.append(label);
    doc.body.prepend(shown);
    boxes.push(shown);
    return shown;
  }

  return {
    hover(element, isRefused = false) {
      hovered = element && { element, name: isRefused ? 'hover no' : 'hover' };
    },
    picked(elements) {
      marked = elements;
    },
    tint(sides, where) {
      tinted = sides;
      composer = where;
    },
    stop() {
      cancelAnimationFrame(frame);
    },
  };
}
