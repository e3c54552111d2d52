import { compileRules, type CompiledRules } from './compile-rules';
import { type DraftRules, draftRulesSchema } from './draft-rule';
import adviceTooEarly from './rules/advice-too-early.json';
import assumedFeeling from './rules/assumed-feeling.json';
import blame from './rules/blame.json';
import closedQuestionRun from './rules/closed-question-run.json';
import cuePassedOver from './rules/cue-passed-over.json';
import falseReassurance from './rules/false-reassurance.json';
import judging from './rules/judging.json';
import leadingQuestion from './rules/leading-question.json';
import minimising from './rules/minimising.json';
import noSafetyQuestion from './rules/no-safety-question.json';
import parroting from './rules/parroting.json';
import questionPileUp from './rules/question-pile-up.json';
import secrecyPromise from './rules/secrecy-promise.json';
import selfStory from './rules/self-story.json';
import shared from './rules/shared.json';
import tooLong from './rules/too-long.json';
import topicJump from './rules/topic-jump.json';
import youShould from './rules/you-should.json';

/** The rule book that ships, one file for each flag. */
export const DRAFT_RULES: DraftRules = draftRulesSchema.parse({
  ...shared,
  rules: [
    noSafetyQuestion,
    blame,
    secrecyPromise,
    judging,
    minimising,
    youShould,
    adviceTooEarly,
    falseReassurance,
    assumedFeeling,
    leadingQuestion,
    questionPileUp,
    selfStory,
    topicJump,
    closedQuestionRun,
    tooLong,
    parroting,
    cuePassedOver,
  ],
});

let compiled: CompiledRules | undefined;

/** The rule book that ships, ready to run; made once. */
export function draftRules(): CompiledRules {
  compiled ??= compileRules(DRAFT_RULES);
  return compiled;
}
