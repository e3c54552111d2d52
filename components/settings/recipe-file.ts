import { siteName } from '@/utils/platform/match-pattern';
import { checkRecipe, type Recipe, type RecipeFault } from '@/utils/sites/recipe';

/** Longest file that is looked at, in characters. */
const MAX_FILE = 400_000;

export type ReadFile = { ok: true; recipes: Recipe[] } | { ok: false; why: string };

/** Reads a file of recipes: one, or a list of them. All of it must be in order, or none of it is taken. */
export function readRecipeFile(text: string, parses: (css: string) => boolean): ReadFile {
  if (text.length > MAX_FILE) return { ok: false, why: 'The file is too large to be one of recipes.' };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { ok: false, why: 'This is no file of recipes: it does not hold data in the form of JSON.' };
  }
  const all: unknown[] = Array.isArray(data) ? data : [data];
  if (all.length === 0) return { ok: false, why: 'The file holds no recipe.' };
  const recipes: Recipe[] = [];
  for (const [i, one] of all.entries()) {
    const checked = checkRecipe(one, parses);
    if (!checked.ok) return { ok: false, why: faultWords(checked.fault, all.length > 1 ? i + 1 : null) };
    recipes.push(checked.recipe);
  }
  return { ok: true, recipes };
}

function faultWords({ field, why }: RecipeFault, number: number | null): string {
  const which = number === null ? 'The recipe' : `Recipe ${String(number)}`;
  return `${which} is refused: ${field} ${why}. Nothing was taken over.`;
}

/** What a recipe does, in plain words. */
export function describeRecipe({ origin, path, made, instead, reads }: Recipe): string[] {
  const { side } = reads;
  const signs = [
    side.supporter.length + side.client.length + side.other.length > 0 && 'marks on the messages',
    side.bubble.length > 0 && 'the side on which they stand',
    (side.you.length > 0 || side.self.length > 0) &&
      `your name there (${side.you.join(', ') || 'from the page'})`,
    side.clientName.length > 0 && 'the name in the heading',
  ].filter((sign) => sign !== false);
  return [
    `It is for ${siteName(origin)}, pages ${path === '/**' ? 'of the whole site' : path}.`,
    `Made on ${made}.${instead === true ? ' It goes before what Sidelight knows of the site itself.' : ''}`,
    signs.length > 0
      ? `It tells whose a message is by ${signs.join(', ')}.`
      : 'It does not tell whose a message is; the panel will ask.',
    reads.composer.length > 0
      ? 'It also looks at the box in which you write.'
      : 'It does not look at the box in which you write.',
    'It only says where to look. It cannot click, write or send, and it is used only on a site that you allow.',
  ];
}
