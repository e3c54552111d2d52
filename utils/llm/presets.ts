import { z } from '../schema';
import { parseBaseUrl } from './base-url';
import raw from './presets.json';

const presetSchema = z.object({
  id: z.string().check(z.regex(/^[a-z-]+$/)),
  name: z.string().check(z.minLength(1)),
  /** Empty when there is no usual address. */
  baseUrl: z.string(),
  /** Shown in the empty field, never filled in: models come and go. */
  exampleModel: z.string().check(z.minLength(1)),
  key: z.enum(['needed', 'optional', 'none']),
  help: z.string().check(z.minLength(1)),
});
export type Preset = z.infer<typeof presetSchema>;

/** The services that the settings offer; the last one is for everything else. */
export const PRESETS: readonly Preset[] = z.array(presetSchema).check(z.minLength(1)).parse(raw);

/** Hosts of services where every customer has an address of their own. */
const OWN_ADDRESSES: Readonly<Record<string, string>> = { azure: '.openai.azure.com' };

/** The preset that an address belongs to, or the last one. */
export function presetOf(baseUrl: string): Preset {
  const wanted = parseBaseUrl(baseUrl);
  const found = PRESETS.find((preset) => {
    if (!wanted.ok) return false;
    const ending = OWN_ADDRESSES[preset.id];
    if (ending !== undefined) return wanted.url.host.endsWith(ending);
    const own = parseBaseUrl(preset.baseUrl);
    return own.ok && sameService(own.url.origin, wanted.url.origin);
  });
  const last = PRESETS[PRESETS.length - 1];
  if (!last) throw new Error('there are no presets');
  return found ?? last;
}

function sameService(a: string, b: string): boolean {
  const plain = (origin: string): string => origin.replace('//127.0.0.1', '//localhost');
  return plain(a) === plain(b);
}
