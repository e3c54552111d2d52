import { browser } from 'wxt/browser';
import type { LanguageGuess } from '../analysis/language';

/** The browser's own guess at a text's language, made on this device; null when it has none. */
export async function detectLanguage(text: string): Promise<LanguageGuess | null> {
  try {
    const { isReliable, languages } = await browser.i18n.detectLanguage(text);
    const [first] = languages;
    return isReliable && first ? { language: first.language, share: first.percentage / 100 } : null;
  } catch {
    return null;
  }
}
