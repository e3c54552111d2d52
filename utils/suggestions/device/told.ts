import type { ThemeReader } from '../../analysis/themes/theme';
import type { Told } from '../fit/fit';
import { heartShares } from './hearts';

const NONE: ReadonlyMap<string, number> = new Map();

/** A turn as its hints are judged by: with what it is about, where that can be read. */
export function toldOf(text: string, before: string | null, themesOf: ThemeReader | null): Told {
  const themes = themesOf && themesOf(text);
  return { text, before, themes, hearts: themes ? heartShares(themes) : NONE };
}
