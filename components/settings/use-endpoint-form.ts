import { useEffect, useState } from 'react';
import { BASE_URL_WORDS, parseBaseUrl, type BaseUrl } from '@/utils/llm/base-url';
import { PRESETS, presetOf, type Preset } from '@/utils/llm/presets';
import type { Endpoint } from '@/utils/llm/settings';
import type { TestEndpointReply } from '@/utils/messaging/options-protocol';
import type { KeyStatus } from '@/utils/privacy/key-vault';
import type { SettingsApi } from './settings-api';

export interface EndpointFields {
  preset: Preset;
  baseUrl: string;
  model: string;
  key: string;
  remember: boolean;
  consented: boolean;
}

/** What the form last did, for the line below its buttons. */
export type FormNews =
  | { kind: 'testing' }
  | { kind: 'tested'; reply: TestEndpointReply; host: string; refusedLeave: boolean }
  | { kind: 'saved'; host: string; consented: boolean; refusedLeave: boolean }
  | { kind: 'off' }
  | { kind: 'key-removed' }
  | { kind: 'failed' };

export interface FormProblems {
  baseUrl?: string;
  model?: string;
}

const NO_KEY: KeyStatus = { kept: false, remembered: false };

/** Fields, checks and deeds of the endpoint form. */
export function useEndpointForm(
  api: SettingsApi,
  saved: Endpoint | null,
  onChanged: (endpoint: Endpoint | null) => void,
) {
  const [fields, setFields] = useState<EndpointFields>(() => fieldsOf(saved));
  const [problems, setProblems] = useState<FormProblems>({});
  const [news, setNews] = useState<FormNews | null>(null);
  const address = addressOf(fields.baseUrl);
  const key = useKeyStatus(api, address?.href ?? '', news);
  // Until the person touches the tick, it shows how the key is kept now.
  const [touched, setTouched] = useState(false);
  const remember = touched ? fields.remember : key.remembered;

  function change(part: Partial<EndpointFields>): void {
    setNews(null);
    setProblems({});
    if (part.remember !== undefined) setTouched(true);
    setFields((before) => {
      const next = { ...before, ...part };
      // Consent is for one host. Another one has to be agreed to anew, and gets no key meant for the first.
      if (addressOf(next.baseUrl)?.origin === addressOf(before.baseUrl)?.origin) return next;
      return { ...next, consented: part.consented ?? false, key: part.key ?? '' };
    });
  }

  /** The checked fields, or null after showing what is wrong. */
  function checked(): { address: BaseUrl; model: string } | null {
    const parsed = parseBaseUrl(fields.baseUrl);
    const model = fields.model.trim();
    const found: FormProblems = {
      ...(!parsed.ok && { baseUrl: BASE_URL_WORDS[parsed.problem] }),
      ...(model === '' && { model: 'Please name the model.' }),
    };
    setProblems(found);
    return parsed.ok && model !== '' ? { address: parsed.url, model } : null;
  }

  async function save(): Promise<void> {
    const good = checked();
    if (!good) return;
    const { address: to, model } = good;
    const asked = api.askLeave(to.href, fields.consented);
    const leave = await asked.catch(() => false);
    const consented = fields.consented && (leave || !api.leaveIsConsent);
    const endpoint: Endpoint = { baseUrl: to.href, model, consented };
    await api.save(endpoint, { typed: fields.key.trim(), remember });
    setFields((before) => ({ ...before, baseUrl: to.href, model, key: '', consented }));
    setTouched(false);
    onChanged(endpoint);
    setNews({ kind: 'saved', host: to.host, consented, refusedLeave: !leave });
  }

  async function test(): Promise<void> {
    const good = checked();
    if (!good) return;
    const { address: to, model } = good;
    const asked = api.askLeave(to.href, false);
    setNews({ kind: 'testing' });
    const leave = await asked.catch(() => false);
    const reply = await api.test({ baseUrl: to.href, model }, fields.key.trim());
    setNews({ kind: 'tested', reply, host: to.host, refusedLeave: !leave });
  }

  async function turnOff(): Promise<void> {
    await api.turnOff();
    setFields(fieldsOf(null));
    setTouched(false);
    onChanged(null);
    setNews({ kind: 'off' });
  }

  async function removeKey(): Promise<void> {
    await api.removeKey();
    setTouched(false);
    setNews({ kind: 'key-removed' });
  }

  /** Runs a deed of a click; storage can be full or locked. */
  function run(deed: () => Promise<void>): void {
    deed().catch(() => {
      setNews({ kind: 'failed' });
    });
  }

  return {
    fields: { ...fields, remember },
    address,
    key,
    problems,
    news,
    change,
    save: () => {
      run(save);
    },
    test: () => {
      run(test);
    },
    turnOff: () => {
      run(turnOff);
    },
    removeKey: () => {
      run(removeKey);
    },
  };
}

function useKeyStatus(api: SettingsApi, baseUrl: string, news: FormNews | null): KeyStatus {
  const [status, setStatus] = useState(NO_KEY);
  useEffect(() => {
    let current = true;
    api.keyStatus(baseUrl).then(
      (next) => {
        if (current) setStatus(next);
      },
      () => {
        if (current) setStatus(NO_KEY);
      },
    );
    return () => {
      current = false;
    };
  }, [api, baseUrl, news]);
  return status;
}

function addressOf(typed: string): BaseUrl | null {
  const parsed = parseBaseUrl(typed);
  return parsed.ok ? parsed.url : null;
}

function fieldsOf(saved: Endpoint | null): EndpointFields {
  const [first] = PRESETS;
  const preset = saved ? presetOf(saved.baseUrl) : first;
  if (!preset) throw new Error('there are no presets');
  return {
    preset,
    baseUrl: saved?.baseUrl ?? preset.baseUrl,
    model: saved?.model ?? '',
    key: '',
    remember: false,
    consented: saved?.consented ?? false,
  };
}
