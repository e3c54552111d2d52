import type { BuiltinApi } from '../llm/builtin-model';

/** The browser's own model, where this document has one. Workers have none. */
export function builtinApi(): BuiltinApi | undefined {
  return 'LanguageModel' in globalThis
    ? (globalThis as unknown as { LanguageModel: BuiltinApi }).LanguageModel
    : undefined;
}
