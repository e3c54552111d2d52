import { parseCodeModel, type CodeModel } from '@/utils/analysis/codes/code-model';
import { createEmotionReader } from '@/utils/analysis/emotion/reader';
import { parseWeights } from '@/utils/analysis/emotion/weights';
import { readPackagedFile } from '@/utils/platform/packaged-file';
import type { FeedbackTools } from '@/utils/practice/feedback/moments';
import { readCompetences } from '@/utils/competences/book';
import { loadCompetences } from '@/utils/storage/competences';
import { RuleBook } from '@/utils/storage/rule-book';
import { type HintModels, loadHintModels } from '@/utils/suggestions/device/hint-models';

let codes: Promise<CodeModel | null> | undefined;

/** The model of behaviour codes; without it the rules decide alone. */
export function codeModel(): Promise<CodeModel | null> {
  codes ??= readPackagedFile('models/codes.bin')
    .then((buffer) => parseCodeModel(new Uint8Array(buffer)))
    .catch(() => null);
  return codes;
}

const book = new RuleBook();
let opened: Promise<void> | undefined;
let reader: Promise<FeedbackTools['reader']> | undefined;
let models: Promise<HintModels> | undefined;

/** The rule book as the organisation has it, and the models; each is loaded once. */
export async function feedbackTools(): Promise<FeedbackTools> {
  // What ships holds where the changes cannot be read.
  opened ??= book.open().catch(() => undefined);
  reader ??= readPackagedFile('models/emotion.bin')
    .then((buffer) => createEmotionReader(parseWeights(buffer)))
    .catch(() => null);
  models ??= loadHintModels(readPackagedFile);
  await opened;
  const own = readCompetences(await loadCompetences().catch(() => null));
  return {
    rules: book.rules,
    reader: await reader,
    hintModels: await models,
    codeModel: await codeModel(),
    ...(own.ok && { competences: own.book }),
  };
}
