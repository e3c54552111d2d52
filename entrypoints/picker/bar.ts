import { countWords, PROBLEM_WORDS, STEP_WORDS, type TeachStep } from '@/utils/sites/teach/steps';
import type { Teaching } from '@/utils/messaging/teaching';

export interface BarActions {
  save(): void;
  more(step: TeachStep): void;
  again(): void;
  leave(): void;
}

export interface Bar {
  show(teaching: Teaching): void;
  /** What the keys have chosen, for those who do not see the outline. */
  say(words: string): void;
  element: HTMLElement;
}

/** The picker's own small bar: what to do now, and the way out. */
export function makeBar(doc: Document, actions: BarActions): Bar {
  const bar = doc.createElement('div');
  bar.className = 'bar';
  bar.setAttribute('role', 'dialog');
  bar.setAttribute('aria-label', 'Sidelight: teach this site');
  const add = (tag: string, name: string): HTMLElement => {
    const element = doc.createElement(tag);
    element.className = name;
    bar.append(element);
    return element;
  };
  const title = add('p', 'title');
  title.setAttribute('role', 'status');
  const help = add('p', 'help');
  const counts = add('p', 'counts');
  const problem = add('p', 'problem');
  problem.setAttribute('role', 'alert');
  const hint = add('p', 'hint');
  hint.textContent = 'Or use the arrow keys and Enter. Esc leaves.';
  const chosen = add('p', 'unseen');
  chosen.setAttribute('aria-live', 'polite');
  const buttons = add('div', 'buttons');
  const button = (words: string, act: () => void, name = ''): HTMLButtonElement => {
    const element = doc.createElement('button');
    element.type = 'button';
    element.className = name;
    element.textContent = words;
    element.addEventListener('click', act);
    buttons.append(element);
    return element;
  };
  const save = button('Save', actions.save, 'main');
  const theirs = button('Another of theirs', () => {
    actions.more('more-theirs');
  });
  const yours = button('Another of yours', () => {
    actions.more('more-yours');
  });
  const again = button('Try again', actions.again);
  button('Move this bar', () => bar.classList.toggle('top'));
  button('Leave', actions.leave);

  return {
    element: bar,
    show({ step, problem: code, counts: found }) {
      title.textContent = STEP_WORDS[step].title;
      help.textContent = STEP_WORDS[step].help;
      counts.hidden = found === undefined;
      counts.textContent = found ? countWords(found) : '';
      problem.hidden = code === undefined;
      problem.textContent = code === undefined ? '' : PROBLEM_WORDS[code];
      const isPreview = step === 'preview';
      for (const each of [save, theirs, yours]) each.hidden = !isPreview;
      again.hidden = step === 'theirs';
      hint.hidden = isPreview;
    },
    say(words) {
      chosen.textContent = words;
    },
  };
}
