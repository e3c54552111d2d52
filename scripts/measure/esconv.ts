import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hashText, spreadHash } from '@/utils/analysis/text/hash';
import { z } from '@/utils/schema';

const dialogueSchema = z.object({
  dialog: z.array(z.object({ text: z.string(), speaker: z.string(), strategy: z.optional(z.string()) })),
});

export interface Utterance {
  side: 'client' | 'supporter';
  text: string;
  /** The strategy that the supporter named; empty for the client. */
  strategy: string;
}

export interface Dialogue {
  /** Whether it only judges: rules and weighing were chosen on the others. */
  judges: boolean;
  utterances: readonly Utterance[];
}

/**
 * The dialogues of ESConv's validation split (evaluation only; nothing is trained on them).
 * @throws Error when the file is not there
 */
export function readEsconv(dataFolder: string): Dialogue[] {
  const file = path.join(dataFolder, 'evaluation-only/esconv/valid.jsonl');
  if (!existsSync(file))
    throw new Error(`No ESConv file at ${file}; this part cannot be measured without it.`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { dialog } = dialogueSchema.parse(JSON.parse(line));
      return {
        judges: spreadHash(hashText(dialog.map(({ text }) => text).join('\n'))) % 2 === 1,
        utterances: dialog.map(({ text, speaker, strategy = '' }) => ({
          side: speaker === 'usr' ? ('client' as const) : ('supporter' as const),
          text,
          strategy,
        })),
      };
    });
}
