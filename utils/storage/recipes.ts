import { storage } from 'wxt/utils/storage';
import { checkRecipe, isFor, MAX_RECIPES, type Recipe } from '../sites/recipe';

/** How sites are read that the person taught, or whose recipe they accepted. Kept on this computer. */
const item = storage.defineItem<unknown>('local:recipes', { version: 1 });

/** Every recipe that is in order; what is not is left out, since it would not be safe to read by. */
export async function loadRecipes(): Promise<readonly Recipe[]> {
  return parse(await item.getValue());
}

/** Recipes for a site, the one for the fewest pages first. */
export async function recipesOf(origin: string): Promise<readonly Recipe[]> {
  const found = (await loadRecipes()).filter((recipe) => recipe.origin === origin);
  return found.sort((a, b) => b.path.length - a.path.length);
}

/** Whether there is a recipe for the page at this address. */
export async function hasRecipe(page: URL): Promise<boolean> {
  return (await loadRecipes()).some((recipe) => isFor(recipe, page));
}

/** Keeps recipes; one for the same origin and path takes the place of the earlier. The oldest go when there are too many. */
export async function keepRecipes(recipes: readonly Recipe[]): Promise<void> {
  const all = [...(await loadRecipes()), ...recipes];
  const byPlace = new Map(all.map((recipe) => [placeOf(recipe), recipe]));
  await item.setValue([...byPlace.values()].slice(-MAX_RECIPES));
}

export async function removeRecipe(recipe: Pick<Recipe, 'origin' | 'path'>): Promise<void> {
  await item.setValue((await loadRecipes()).filter((other) => placeOf(other) !== placeOf(recipe)));
}

/** Calls back with every change, from whatever page. Returns how to stop. */
export function watchRecipes(changed: (recipes: readonly Recipe[]) => void): () => void {
  return item.watch((value) => {
    changed(parse(value));
  });
}

function placeOf({ origin, path }: Pick<Recipe, 'origin' | 'path'>): string {
  return `${origin} ${path}`;
}

function parse(value: unknown): readonly Recipe[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MAX_RECIPES).flatMap((data: unknown) => {
    const checked = checkRecipe(data);
    return checked.ok ? [checked.recipe] : [];
  });
}
