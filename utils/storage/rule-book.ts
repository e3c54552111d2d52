import { compileRules, type CompiledRules } from '../coaching/compile-rules';
import { mergeDraftRules } from '../coaching/override';
import { DRAFT_RULES, draftRules } from '../coaching/rule-set';
import { loadRuleChanges, watchRuleChanges } from './draft-rules';

/** The draft rules in force: those that ship, with an organisation's changes where it made some. */
export class RuleBook {
  private changed: CompiledRules | null = null;

  /** What ships holds until the changes are read, and wherever they cannot be. */
  get rules(): CompiledRules {
    return this.changed ?? draftRules();
  }

  /** Reads the changes, and follows them from then on. */
  async open(): Promise<void> {
    watchRuleChanges((changes) => {
      this.take(changes);
    });
    this.take(await loadRuleChanges());
  }

  private take(changes: unknown): void {
    const merged = changes === null ? null : mergeDraftRules(DRAFT_RULES, changes);
    this.changed = merged?.ok ? compileRules(merged.rules) : null;
  }
}
