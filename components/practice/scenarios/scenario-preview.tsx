import { useMemo, useState } from 'react';
import { startSession } from '@/utils/practice/play';
import type { Scenario } from '@/utils/practice/scenario';

const WEIGHTS = { surface: 'soon', important: 'important', core: 'at the core' } as const;

/** How it begins, and what is told at which trust. */
export function ScenarioPreview({ scenario }: { scenario: Scenario }) {
  const [seed, setSeed] = useState(1);
  const opening = useMemo(() => startSession(scenario, seed).turns[0]?.messages ?? [], [scenario, seed]);
  const names = new Map(scenario.items.map(({ id, name }) => [id, name]));
  const items = [...scenario.items].sort((a, b) => a.trust - b.trust);
  return (
    <div className="preview">
      <div className="preview-opening">
        {opening.map((message, i) => (
          <p key={i} className="talk-bubble">
            {message}
          </p>
        ))}
        <button
          type="button"
          className="button-quiet"
          onClick={() => {
            setSeed(seed + 1);
          }}
        >
          Another beginning
        </button>
      </div>
      <div className="chart-table" tabIndex={0} role="group" aria-label="What is told at which trust">
        <table className="data-table">
          <caption className="unseen">
            What is told at which trust; it begins at {scenario.start.trust}
          </caption>
          <thead>
            <tr>
              <th scope="col">From trust</th>
              <th scope="col">They tell</th>
              <th scope="col">Weight</th>
              <th scope="col">For instance</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                <th scope="row">{item.trust.toFixed(2)}</th>
                <td>
                  {item.name}
                  {item.after.length > 0 && (
                    <span className="small soft">
                      {' '}
                      after {item.after.map((before) => names.get(before) ?? before).join(', ')}
                    </span>
                  )}
                </td>
                <td>{WEIGHTS[item.weight]}</td>
                <td className="soft">{item.told[0]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
