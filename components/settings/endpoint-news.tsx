import { LLM_ERROR_WORDS, ollamaOriginsLine } from '@/utils/llm/error-words';
import type { TestEndpointReply } from '@/utils/messaging/options-protocol';
import { OllamaHelp } from './ollama-help';
import type { SettingsApi } from './settings-api';
import type { FormNews } from './use-endpoint-form';

interface Props {
  news: FormNews | null;
  api: Pick<SettingsApi, 'copy' | 'pageUrl'>;
}

/** What came of the last click on the form, read out as it changes. */
export function EndpointNews({ news, api }: Props) {
  return (
    <div className="settings-news" role="status">
      {news && <News news={news} api={api} />}
    </div>
  );
}

function News({ news, api }: Props & { news: FormNews }) {
  switch (news.kind) {
    case 'testing':
      return <p>Asking for one word…</p>;
    case 'tested':
      return news.reply.ok ? (
        <p className="news-good">
          <strong>It works.</strong> {news.reply.model} at {news.host} answered in{' '}
          {seconds(news.reply.millis)}.
        </p>
      ) : (
        <Failure reply={news.reply} refusedLeave={news.refusedLeave} api={api} />
      );
    case 'saved':
      return (
        <p className="news-good">
          <strong>Saved.</strong>{' '}
          {news.consented
            ? `Sidelight will ask in each conversation before anything goes to ${news.host}.`
            : `Nothing will be sent to ${news.host} until you tick the sentence above.`}{' '}
          {news.refusedLeave && 'The browser was told not to let Sidelight reach it, so it may not work.'}
        </p>
      );
    case 'off':
      return <p>Turned off. Address and key are removed. Suggestions come from this computer.</p>;
    case 'key-removed':
      return <p>The key is removed.</p>;
    case 'failed':
      return (
        <p className="news-bad">
          <strong>That was not saved.</strong> The browser’s storage did not take it. Please try again.
        </p>
      );
  }
}

function Failure({
  reply,
  refusedLeave,
  api,
}: {
  reply: Extract<TestEndpointReply, { ok: false }>;
  refusedLeave: boolean;
  api: Props['api'];
}) {
  const { title, cause } = LLM_ERROR_WORDS[reply.code];
  const ollama = reply.code === 'ollama-origin';
  return (
    <div className="news-bad">
      <p>
        <strong>{title}</strong> {!ollama && cause}
      </p>
      {reply.retryAfter !== undefined && <p>It asks to wait {seconds(reply.retryAfter * 1_000)}.</p>}
      {refusedLeave && reply.code === 'unreachable' && (
        <p>The browser was told not to let Sidelight reach it. Test again and allow it.</p>
      )}
      {reply.detail !== undefined && <p className="note">The service says: “{reply.detail}”</p>}
      {ollama && <OllamaHelp line={ollamaOriginsLine(api.pageUrl)} copy={api.copy} />}
    </div>
  );
}

/** Milliseconds in words: tenths below ten seconds, whole ones above. */
function seconds(millis: number): string {
  const amount = millis < 10_000 ? Math.max(0.1, Math.round(millis / 100) / 10) : Math.round(millis / 1_000);
  return `${amount} ${amount === 1 ? 'second' : 'seconds'}`;
}
