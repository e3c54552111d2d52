/**
 * The host match pattern that stands for one site in a permission request. Match patterns carry no port, so
 * the browser's prompt covers all ports of the host.
 *
 * @param origin an origin such as `https://chat.example.org:8443`
 * @returns `https://chat.example.org/*`, or null for what is not an http(s) origin (`null`, `file://`, junk)
 */
export function originPattern(origin: string): string | null {
  const url = parse(origin);
  if (url === null || url.hostname === '') return null;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return `${url.protocol}//${url.hostname}/*`;
}

/** The part of an origin that a person knows a site by: its host, with the port when it has one. */
export function siteName(origin: string): string {
  const url = parse(origin);
  return url === null || url.host === '' ? origin : url.host;
}

function parse(origin: string): URL | null {
  return URL.canParse(origin) ? new URL(origin) : null;
}
