import { useCallback } from 'react';
import { mergeDraftRules } from '@/utils/coaching/override';
import { DRAFT_RULES } from '@/utils/coaching/rule-set';
import { changedRules } from './changed-rules';
import { type FileRead, OrganisationFile } from './organisation-file';
import type { SettingsApi } from './settings-api';

type Api = Pick<SettingsApi, 'loadRuleChanges' | 'saveRuleChanges' | 'removeRuleChanges'>;

function read(changes: unknown): FileRead {
  const merged = mergeDraftRules(DRAFT_RULES, changes);
  return merged.ok
    ? { ok: true, content: changes, names: changedRules(changes) }
    : { ok: false, problems: merged.problems };
}

/** An organisation's own draft rules, from a file. */
export function RuleChangesCard({ api }: { api: Api }) {
  const load = useCallback(() => api.loadRuleChanges().then(changedRules), [api]);
  return (
    <OrganisationFile
      title="Your organisation’s draft rules"
      about="An organisation can switch rules, reword them and change their patterns with a file that it hands out."
      choose="Choose a file of rule changes"
      back="Back to the rules as they ship"
      isBack="The rules are as they ship again."
      chip={(names) => `changed: ${String(names.length)}`}
      inForce={(names) => `In force here: ${names.join(', ')}.`}
      preview={(names) => (names.length === 0 ? null : `This file changes: ${names.join(', ')}.`)}
      taken="Taken over. It holds from the next draft on."
      load={load}
      read={read}
      save={(changes) => api.saveRuleChanges(changes)}
      remove={() => api.removeRuleChanges()}
    />
  );
}
