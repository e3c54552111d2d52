import { contains, elementsIn } from '@/utils/sites/deep';
import { textOf } from '@/utils/sites/text';
import { teach } from '@/utils/sites/teach/teach';
import { makeRecipe } from '@/utils/sites/teach/make-recipe';
import { adapterOf, checkRecipe } from '@/utils/sites/recipe';
import { followPage, type Followed } from './follow-page';

/** What a test sees of teaching: two messages are pointed at by their words, and the page is read from then on. */
export interface TeachOnPage {
  /** Learns from the element that shows each of the two texts; says what stood in the way, if something did. */
  fromWords(theirs: string, ours: string): string;
  lines(): string[];
  size(): number;
  recipe(): unknown;
}

let followed: Followed | undefined;
let recipe: unknown;

/** The innermost element that shows these words: what a person's click would hit. */
function shows(words: string): Element | undefined {
  const found = elementsIn(document.body, 20_000)
    .slice(1)
    .filter((one) => textOf(one, '').includes(words) && !one.matches('script, title'));
  return found.filter((one) => !found.some((other) => other !== one && contains(one, other)))[0];
}

const teaching: TeachOnPage = {
  fromWords(theirs, ours) {
    const [first, second] = [shows(theirs), shows(ours)];
    if (!first || !second) return 'not on the page';
    const taught = teach({ theirs: [first], ours: [second] });
    if ('problem' in taught) return taught.problem;
    recipe = makeRecipe(taught.learned.adapter, location, '2026-11-20');
    const checked = checkRecipe(recipe, (css) => {
      document.createDocumentFragment().querySelector(css);
      return true;
    });
    if (!checked.ok) return `${checked.fault.field} ${checked.fault.why}`;
    followed = followPage([adapterOf(checked.recipe)]);
    return taught.learned.sidesBy.length > 0 ? '' : 'sides';
  },
  lines: () =>
    (followed?.messages ?? []).map(
      ({ side, text, attachments = [] }) =>
        `${side} -: ${text}${attachments.map((kind) => `[${kind}]`).join('')}`,
    ),
  size: () => JSON.stringify(recipe).length,
  recipe: () => recipe,
};

Object.assign(globalThis, { teaching });
