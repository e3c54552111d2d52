import type { Teaching } from '@/utils/messaging/teaching';
import { originIn } from '@/utils/sites/frames';
import { firstOf } from '@/utils/sites/query';
import type { Recipe } from '@/utils/sites/recipe';
import { makeRecipe } from '@/utils/sites/teach/make-recipe';
import { elementAt, move, whyNot, type Direction } from '@/utils/sites/teach/point';
import type { TeachProblem, TeachStep } from '@/utils/sites/teach/steps';
import { teach, type Taught } from '@/utils/sites/teach/teach';
import { textOf } from '@/utils/sites/text';
import { makeBar } from './bar';
import { makeDrawing } from './drawing';
import { raiseShield } from './shield';

export interface PickerWorld {
  /** Where teaching stands now, for the panel. */
  at(teaching: Teaching): void;
  save(recipe: Recipe): void;
  /** The person pointed at a frame of this origin. */
  into(origin: string): void;
  left(): void;
}

export interface Picker {
  /** The worker would not keep the recipe, or can't reach into the frame. */
  refuse(problem: TeachProblem): void;
  close(): void;
}

const KEYS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'out',
  ArrowDown: 'in',
  ArrowLeft: 'before',
  ArrowRight: 'after',
};

/** Has the person point at messages, and shows what would be read. The page is looked at and left as it is. */
export function openPicker({ at, save, into, left }: PickerWorld): Picker | null {
  const shield = raiseShield(onStray);
  if (!shield) return null;
  const { host, doc } = shield;
  // What has no address of its own has its page's origin.
  const here = { origin: self.origin, pathname: location.pathname };
  const drawing = makeDrawing(doc);
  const theirs: Element[] = [];
  const ours: Element[] = [];
  let step: TeachStep = 'theirs';
  let chosen: Element | null = null;
  let taught: Taught | null = null;
  let isOpen = true;

  const bar = makeBar(doc, {
    save: () => {
      if (taught) save(makeRecipe(taught.learned.adapter, here, new Date().toISOString().slice(0, 10)));
    },
    more: (next) => {
      go(next);
    },
    again: begin,
    leave: close,
  });
  doc.body.append(bar.element);
  doc.addEventListener('pointermove', onMove);
  doc.addEventListener('click', onClick);
  doc.addEventListener('contextmenu', (event) => {
    event.preventDefault();
  });
  doc.addEventListener('keydown', onKey);
  begin();

  function begin(): void {
    theirs.length = 0;
    ours.length = 0;
    go('theirs');
  }

  function go(next: TeachStep, problem?: TeachProblem): void {
    step = next;
    if (next !== 'preview') taught = null;
    choose(null);
    drawing.picked(next === 'preview' ? [] : [...theirs, ...ours]);
    drawing.tint(taught?.learned.sides ?? new Map(), taught ? composerOf(taught) : null);
    tell(problem);
  }

  function tell(problem?: TeachProblem): void {
    const counts = taught?.learned.counts;
    const teaching: Teaching = {
      step,
      ...(problem && { problem }),
      ...(counts && {
        counts: { client: counts.client, supporter: counts.supporter, unknown: counts.unknown },
      }),
    };
    bar.show(teaching);
    at(teaching);
  }

  /** What is learnt of a page begins at its document, shadow roots or not. */
  const composerOf = ({ learned, list }: Taught): Element | null =>
    firstOf(list.ownerDocument, learned.adapter.composer);

  function choose(element: Element | null): void {
    chosen = element;
    drawing.hover(element, element !== null && whyNot(element) !== null);
  }

  function pick(element: Element | null): void {
    if (step === 'preview') return;
    const problem = whyNot(element);
    if (element instanceof HTMLIFrameElement) {
      into(originIn(element));
      return;
    }
    if (problem !== null || element === null) {
      tell(problem ?? 'nothing');
      return;
    }
    (step === 'yours' || step === 'more-yours' ? ours : theirs).push(element);
    if (step === 'theirs') go('yours');
    else look();
  }

  /** Learns from what was pointed at so far, and shows it. */
  function look(): void {
    const found = teach({ theirs, ours });
    if ('problem' in found) {
      theirs.length = 0;
      ours.length = 0;
      go('theirs', found.problem);
      return;
    }
    taught = found;
    go('preview', found.learned.counts.client > 0 ? undefined : 'sides');
  }

  function onMove({ clientX, clientY, target }: PointerEvent): void {
    if (step === 'preview') return;
    choose(isBar(target) ? null : elementAt(document, clientX, clientY, host));
  }

  function onClick(event: MouseEvent): void {
    if (isBar(event.target)) return;
    event.preventDefault();
    pick(elementAt(document, event.clientX, event.clientY, host));
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
      return;
    }
    if (step === 'preview' || isBar(event.target)) return;
    const direction = KEYS[event.key];
    if (direction === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (direction === undefined) {
      pick(chosen);
      return;
    }
    const next = chosen
      ? move(chosen, direction)
      : elementAt(document, innerWidth / 2, innerHeight / 2, host);
    choose(next);
    bar.say(next ? `Chosen: ${textOf(next, '').slice(0, 120)}` : '');
  }

  /** While the wheel turns, the page lies open for a moment: what is meant for us is taken all the same. */
  function onStray(event: Event): void {
    if (event instanceof KeyboardEvent && event.type === 'keydown') onKey(event);
  }

  function isBar(target: EventTarget | null): boolean {
    return target instanceof Node && bar.element.contains(target);
  }

  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    drawing.stop();
    shield?.remove();
    left();
  }

  return {
    refuse: (problem) => {
      if (isOpen) tell(problem);
    },
    close,
  };
}
