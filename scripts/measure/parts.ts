import type { Measure, MeasureContext, Section } from './section';

/** Every part of the measurement by its name. */
const PARTS: Record<string, () => Promise<Measure>> = {
  emotion: async () => (await import('./emotion')).measureEmotion,
  affect: async () => (await import('./affect')).measureAffect,
  chat: async () => (await import('./chat-readings')).measureChat,
  safety: async () => (await import('./safety')).measure,
  codes: async () => (await import('./codes')).measureCodes,
  themes: async () => (await import('./themes')).measureThemes,
  fit: async () => (await import('./fit')).measureFit,
  cues: async () => (await import('./cues')).measureCues,
  drafts: async () => (await import('./drafts')).measureDrafts,
};
export const PART_NAMES: readonly string[] = Object.keys(PARTS);

export interface Measured {
  sections: (Section & { part: string })[];
  /** Parts that could not be measured, each with the reason. */
  failed: string[];
}

/**
 * Measures these parts, or all when none is named; `take` gets each section when it is ready.
 * @throws Error when a name is not that of a part
 */
export async function measureParts(
  context: MeasureContext,
  names: readonly string[] = [],
  take: (section: Section) => void = () => undefined,
): Promise<Measured> {
  const unknown = names.filter((name) => !(name in PARTS));
  if (unknown.length > 0) {
    throw new Error(`No part ${unknown.join(', ')}. There are: ${PART_NAMES.join(', ')}.`);
  }
  const measured: Measured = { sections: [], failed: [] };
  for (const [name, load] of Object.entries(PARTS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    try {
      const section = await (await load())(context);
      measured.sections.push({ part: name, ...section });
      take(section);
    } catch (error) {
      // One part that lacks its data must not hide the figures of the others.
      measured.failed.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return measured;
}
