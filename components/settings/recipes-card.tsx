import { useEffect, useState } from 'react';
import { siteName } from '@/utils/platform/match-pattern';
import type { Recipe } from '@/utils/sites/recipe';
import { describeRecipe, readRecipeFile } from './recipe-file';
import type { SettingsApi } from './settings-api';

type Api = Pick<SettingsApi, 'loadRecipes' | 'keepRecipes' | 'removeRecipe' | 'watchRecipes' | 'download'>;

/** Sites that were taught: to look at, hand on, take over from a file and remove. */
export function RecipesCard({ api }: { api: Api }) {
  const recipes = useRecipes(api);
  const [offered, setOffered] = useState<readonly Recipe[]>([]);
  const [news, setNews] = useState('');

  function open(file: File | undefined): void {
    if (!file) return;
    setOffered([]);
    file.text().then(
      (text) => {
        const read = readRecipeFile(text, parses);
        setOffered(read.ok ? read.recipes : []);
        setNews(read.ok ? '' : read.why);
      },
      () => {
        setNews('The file could not be opened. Please try again.');
      },
    );
  }

  function accept(): void {
    api.keepRecipes(offered).then(
      () => {
        setNews(`Taken over: ${[...new Set(offered.map(({ origin }) => siteName(origin)))].join(', ')}.`);
        setOffered([]);
      },
      () => {
        setNews('The browser would not keep it. Please try again.');
      },
    );
  }

  return (
    <section className="card" aria-labelledby="recipes-title">
      <div className="card-head">
        <h2 id="recipes-title" className="card-title">
          Sites that were taught
        </h2>
      </div>
      <p className="soft">
        {recipes.length === 0
          ? 'None yet. On a site that Sidelight does not know, choose “Teach this site” in the panel.'
          : 'How each is read is a small file. You can hand it to others, who see all of it before they accept.'}
      </p>
      {recipes.length > 0 && (
        <ul className="site-list">
          {recipes.map((recipe) => (
            <li key={`${recipe.origin} ${recipe.path}`}>
              <span>
                <b>{siteName(recipe.origin)}</b>{' '}
                <span className="note soft">
                  {recipe.path}, {recipe.made}
                </span>
              </span>
              <span className="row recipe-buttons">
                <button
                  type="button"
                  className="button"
                  aria-label={`Export ${siteName(recipe.origin)} ${recipe.path}`}
                  onClick={() => {
                    api.download(`${siteName(recipe.origin)}.json`, JSON.stringify(recipe, null, 2));
                  }}
                >
                  Export
                </button>
                <button
                  type="button"
                  className="button"
                  aria-label={`Remove ${siteName(recipe.origin)} ${recipe.path}`}
                  onClick={() => {
                    api.removeRecipe(recipe).catch(() => {
                      setNews('The browser would not let go of it. Please try again.');
                    });
                  }}
                >
                  Remove
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {offered.length > 0 ? (
        <div className="recipe-offer" role="group" aria-label="Take over what the file says?">
          {offered.map((recipe) => (
            <div key={`${recipe.origin} ${recipe.path}`}>
              <h3>{siteName(recipe.origin)}</h3>
              <ul className="recipe-words">
                {describeRecipe(recipe).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
              <details>
                <summary>All of it, as data</summary>
                <pre tabIndex={0}>{JSON.stringify(recipe, null, 2)}</pre>
              </details>
            </div>
          ))}
          <div className="row">
            <button type="button" className="button button-primary button-large" onClick={accept}>
              Take it over
            </button>
            <button
              type="button"
              className="button button-large"
              onClick={() => {
                setOffered([]);
              }}
            >
              Leave it
            </button>
          </div>
        </div>
      ) : (
        <label className="button button-large recipe-file">
          Import a file…
          <input
            className="unseen"
            type="file"
            accept=".json,application/json"
            onChange={({ target }) => {
              open(target.files?.[0]);
              target.value = '';
            }}
          />
        </label>
      )}
      <p role="status">{news}</p>
    </section>
  );
}

function parses(css: string): boolean {
  try {
    document.createDocumentFragment().querySelector(css);
    return true;
  } catch {
    return false;
  }
}

function useRecipes(api: Api): readonly Recipe[] {
  const [recipes, setRecipes] = useState<readonly Recipe[]>([]);
  useEffect(() => {
    let current = true;
    const read = (): void => {
      api.loadRecipes().then(
        (found) => {
          if (current) setRecipes(found);
        },
        () => undefined,
      );
    };
    const stop = api.watchRecipes(read);
    read();
    return () => {
      current = false;
      stop();
    };
  }, [api]);
  return recipes;
}
