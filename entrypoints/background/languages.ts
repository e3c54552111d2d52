import { coverageOf, coversLanguage, type Coverage, type LanguageGuess } from '@/utils/analysis/language';

/** Texts remembered; an old one is simply asked about again. */
const REMEMBERED = 1_000;
/** Newest texts asked about at once: a long history is told by its own words alone. */
const ASKED = 60;

/** Knows which texts are in a language that the engine does not read, asking the browser where words do not tell. */
export class Languages {
  private known = new Map<string, Coverage>();

  constructor(private guess: (text: string) => Promise<LanguageGuess | null>) {}

  /** Asks about texts that are about to be read. */
  async learn(texts: readonly string[]): Promise<void> {
    const open = texts
      .slice(-ASKED)
      .filter((text) => !this.known.has(text) && coversLanguage(text) === 'unsure');
    await Promise.all(
      open.map(async (text) => {
        this.known.set(text, coverageOf(text, await this.guess(text)));
      }),
    );
    for (const text of this.known.keys()) {
      if (this.known.size <= REMEMBERED) break;
      this.known.delete(text);
    }
  }

  coverage(text: string): Coverage {
    return this.known.get(text) ?? coversLanguage(text);
  }
}
