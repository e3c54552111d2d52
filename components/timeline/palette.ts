import { useSyncExternalStore } from 'react';
import { CATEGORIES, type Category } from '@/utils/analysis/reading';

/** The colours that the canvas needs, read from the style sheet so that both stay one palette. */
export interface Palette extends Record<Category, string> {
  card: string;
  ink: string;
  soft: string;
  line: string;
  edge: string;
  valence: string;
  valenceFill: string;
  arousal: string;
  accent: string;
  good: string;
  warn: string;
}

const DARK = '(prefers-color-scheme: dark)';

/** Reads the colours as they are now. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const categories = Object.fromEntries(CATEGORIES.map((category) => [category, colour(category)]));
  return {
    ...(categories as Record<Category, string>),
    card: colour('card'),
    ink: colour('ink'),
    soft: colour('soft'),
    line: colour('line'),
    edge: colour('edge'),
    valence: colour('valence'),
    valenceFill: colour('valence-fill'),
    arousal: colour('arousal'),
    accent: colour('accent'),
    good: colour('good'),
    warn: colour('warn'),
  };
}

/** Whether the dark theme is on; the canvas must be drawn anew when it changes. */
export function useDark(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(DARK);
      query.addEventListener('change', changed);
      return () => {
        query.removeEventListener('change', changed);
      };
    },
    () => matchMedia(DARK).matches,
  );
}
