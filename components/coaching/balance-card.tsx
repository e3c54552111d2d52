import { reflectionsToQuestions, supporterShare } from '@/utils/conversation/balance';
import type { View } from '@/utils/messaging/view';
import { balanceMeaning, FAIR, GOOD, isTelling } from './balance-words';
import './coaching.css';

/** Reflections for each question at the right end of the line. */
const END = 3;

/** How the talking is shared. It is for the supporter alone, and it is not a score. */
export function BalanceCard({ view: { balance } }: { view: View }) {
  if (balance === undefined || !isTelling(balance)) return null;
  const ratio = reflectionsToQuestions(balance) ?? END;
  const share = supporterShare(balance);
  const at = (value: number): string => `${String((Math.min(value, END) / END) * 100)}%`;
  return (
    <section className="card" aria-labelledby="balance-title">
      <div className="card-head">
        <h2 className="card-title" id="balance-title">
          Your balance
        </h2>
      </div>
      <p className="note">{balanceMeaning(balance)}</p>
      <div className="balance-line" aria-hidden="true">
        <i className="balance-fill" style={{ width: at(ratio) }} />
        <i className="balance-mark" style={{ left: at(FAIR) }} />
        <i className="balance-mark" style={{ left: at(GOOD) }} />
        <span className="small soft" style={{ left: at(FAIR) }}>
          fair
        </span>
        <span className="small soft" style={{ left: at(GOOD) }}>
          good
        </span>
      </div>
      <dl className="balance-counts small">
        <Count term="Reflections" value={balance.reflections} />
        <Count term="Open questions" value={balance.openQuestions} />
        <Count term="Closed questions" value={balance.closedQuestions} />
        <Count term="Advice" value={balance.advice} />
        {share !== null && (
          <Count term="Your share of the words" value={`${String(Math.round(share * 100))} %`} />
        )}
      </dl>
    </section>
  );
}

function Count({ term, value }: { term: string; value: number | string }) {
  return (
    <div>
      <dt className="soft">{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}
