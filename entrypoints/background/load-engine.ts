import { codeMessage } from '@/utils/analysis/codes/code-message';
import { parseCodeModel } from '@/utils/analysis/codes/code-model';
import { createEmotionReader } from '@/utils/analysis/emotion/reader';
import { parseWeights } from '@/utils/analysis/emotion/weights';
import { readMessage } from '@/utils/analysis/read-message';
import { maskMethods } from '@/utils/analysis/safety/mask-methods';
import { parseSafetyModel } from '@/utils/analysis/safety/model/safety-model';
import { createSafetyFinder } from '@/utils/analysis/safety/safety-finder';
import { checkDraft } from '@/utils/coaching/check-draft';
import type { DraftInput } from '@/utils/coaching/moment';
import { rewordOnDevice } from '@/utils/coaching/reword/reword';
import { NO_BALANCE } from '@/utils/conversation/balance';
import { detectLanguage } from '@/utils/platform/detect-language';
import { readPackagedFile } from '@/utils/platform/packaged-file';
import { loadHintModels } from '@/utils/suggestions/device/hint-models';
import { prepareDeviceHints } from '@/utils/suggestions/device/prepare';
import { suggestOnDevice } from '@/utils/suggestions/device/suggest';
import type { Engine, PlainDraft } from './engine';
import { Languages } from './languages';
import { RuleBook } from '@/utils/storage/rule-book';

const EMOTION_WEIGHTS = 'models/emotion.bin';
const CODE_WEIGHTS = 'models/codes.bin';
const SAFETY_WEIGHTS = 'models/safety.bin';

/** Loads what the analysis needs. Without weights there are no readings, and everything else works. */
export async function loadEngine(): Promise<Engine> {
  const [reader, codes, safety, models] = await Promise.all([
    orNull(readPackagedFile(EMOTION_WEIGHTS).then((buffer) => createEmotionReader(parseWeights(buffer)))),
    // Without its model, behaviour codes come from the rules alone.
    orNull(readPackagedFile(CODE_WEIGHTS).then((buffer) => parseCodeModel(new Uint8Array(buffer)))),
    // Without its model, safety cues come from the rules alone, as most do with it.
    orNull(readPackagedFile(SAFETY_WEIGHTS).then((buffer) => parseSafetyModel(new Uint8Array(buffer)))),
    loadHintModels(readPackagedFile),
  ]);
  const findSafetyCues = createSafetyFinder(safety);
  const languages = new Languages(detectLanguage);
  const book = new RuleBook();
  void book.open();
  const withRules = (input: PlainDraft): DraftInput => ({ ...input, rules: book.rules, codeModel: codes });
  const engine: Engine = {
    hasReadings: reader !== null,
    learnLanguages: (texts) => languages.learn(texts),
    read: (text) =>
      reader && readMessage(reader, text, { cues: findSafetyCues(text), coverage: languages.coverage(text) }),
    codeMessage: (text, client) => codeMessage(text, client === undefined ? {} : { client }, codes),
    findSafetyCues,
    maskMethods,
    suggest: (input) => suggestOnDevice({ ...input, models }),
    checkDraft: (input) => checkDraft(withRules(input)),
    reword: (input) => rewordOnDevice({ ...input, ...withRules(input) }),
    withRules,
  };
  void warmUp(engine);
  return engine;
}

/**
 * The first call of each part builds its tables, which takes far longer than all later ones. Done now, one part
 * at a time so that events come in between, nobody waits for it at the first message.
 */
async function warmUp(engine: Engine): Promise<void> {
  const text = 'I feel so tired and alone since last week';
  const parts = [
    () => engine.findSafetyCues(text),
    () => engine.maskMethods(text),
    () => engine.codeMessage('How are you?', text),
    () => engine.read(text),
    prepareDeviceHints,
    () =>
      engine.checkDraft({
        draft: 'You should rest.',
        messages: [{ id: 'warm-up', side: 'client', text }],
        codes: new Map(),
        openCues: [],
        stage: 'exploration',
        balance: NO_BALANCE,
        safetyCues: [],
      }),
  ];
  for (const run of parts) {
    await new Promise((resolve) => setTimeout(resolve));
    run();
  }
}

/** Missing and damaged weights are alike: the rest must work without them. */
function orNull<T>(loading: Promise<T>): Promise<T | null> {
  return loading.catch(() => null);
}
