import type { View } from '@/utils/messaging/view';
import { BUDGET_WORDS } from '@/utils/llm/usage';
import { usageSentence } from './usage-words';
import { WhatIsSent } from './what-is-sent';

/** What this conversation's calls cost so far, and the way to see what they send. */
export function EndpointUse({ view }: { view: View }) {
  const { usage, budgetReached } = view;
  return (
    <div className="endpoint-use small soft">
      {budgetReached && (
        <p className="endpoint-error" role="status">
          {BUDGET_WORDS[budgetReached]}
        </p>
      )}
      {usage && <p>{usageSentence(usage)}</p>}
      <WhatIsSent tabId={view.tabId} />
    </div>
  );
}
