import { useEffect, useId, useState } from 'react';

/** Longest file that is read, in bytes: far more than any that an organisation writes. */
const LONGEST = 200_000;

/** What a file says, read but not taken over; or what is wrong with it, in sentences. */
export type FileRead =
  { ok: true; content: unknown; names: readonly string[] } | { ok: false; problems: readonly string[] };

interface Props {
  title: string;
  about: string;
  /** On the button that chooses a file. */
  choose: string;
  /** On the button that goes back, and what is said after it. */
  back: string;
  isBack: string;
  /** The chip and the sentence while a file is in force. */
  chip: (names: readonly string[]) => string;
  inForce: (names: readonly string[]) => string;
  /** What a file would do; `null` for one that does nothing. */
  preview: (names: readonly string[]) => string | null;
  taken: string;
  /** Names of what is in force now; none while nothing is. */
  load(): Promise<readonly string[]>;
  read(file: unknown): FileRead;
  save(content: unknown): Promise<void>;
  remove(): Promise<void>;
}

type News =
  | { kind: 'preview'; content: unknown; names: readonly string[] }
  | { kind: 'problems'; problems: readonly string[] }
  | { kind: 'said'; text: string };

/** A file that an organisation hands out. What it changes is shown before it is taken over. */
export function OrganisationFile(props: Props) {
  const { title, about, load, read, save, remove } = props;
  const [names, setNames] = useState<readonly string[]>([]);
  const [news, setNews] = useState<News | null>(null);
  const id = useId();

  useEffect(() => {
    let current = true;
    load().then(
      (found) => {
        if (current) setNames(found);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [load]);

  async function open(file: File): Promise<void> {
    if (file.size > LONGEST) {
      setNews({ kind: 'problems', problems: ['The file is far too long.'] });
      return;
    }
    let content: unknown;
    try {
      content = JSON.parse(await file.text());
    } catch {
      setNews({
        kind: 'problems',
        problems: ['The file is not JSON. Check for a comma or a quote that is missing.'],
      });
      return;
    }
    const found = read(content);
    setNews(
      found.ok
        ? { kind: 'preview', content: found.content, names: found.names }
        : { kind: 'problems', problems: found.problems },
    );
  }

  function run(deed: Promise<void>, done: string, next: readonly string[]): void {
    deed.then(
      () => {
        setNames(next);
        setNews({ kind: 'said', text: done });
      },
      () => {
        setNews({ kind: 'problems', problems: ['The browser would not keep it. Please try again.'] });
      },
    );
  }

  return (
    <section className="card organisation-file" aria-labelledby={`${id}-title`}>
      <div className="card-head">
        <h2 id={`${id}-title`} className="card-title">
          {title}
        </h2>
        <span className="chip">{names.length === 0 ? 'as they ship' : props.chip(names)}</span>
      </div>
      <p className="soft">
        {about}
        {names.length > 0 && ` ${props.inForce(names)}`}
      </p>
      <div className="field">
        <label htmlFor={`${id}-file`}>{props.choose}</label>
        <input
          id={`${id}-file`}
          type="file"
          accept="application/json,.json"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void open(file);
            target.value = '';
          }}
        />
      </div>
      {names.length > 0 && (
        <div className="row">
          <button
            type="button"
            className="button button-large"
            onClick={() => {
              run(remove(), props.isBack, []);
            }}
          >
            {props.back}
          </button>
        </div>
      )}
      <div role="status" className="settings-news">
        {news?.kind === 'said' && <p>{news.text}</p>}
        {news?.kind === 'problems' && <Problems problems={news.problems} />}
        {news?.kind === 'preview' && (
          <div>
            <p>{props.preview(news.names) ?? 'This file changes nothing.'}</p>
            {props.preview(news.names) !== null && (
              <button
                type="button"
                className="button"
                onClick={() => {
                  run(save(news.content), props.taken, news.names);
                }}
              >
                Take it over
              </button>
            )}
          </div>
        )}
      </div>
    </section>
  );
}

function Problems({ problems }: { problems: readonly string[] }) {
  return (
    <div>
      <p>Nothing was changed:</p>
      <ul>
        {problems.slice(0, 8).map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  );
}
