import { browser } from 'wxt/browser';

/** Reads a file of the extension's own package. This is not a request to any network. */
export async function readPackagedFile(path: string): Promise<ArrayBuffer> {
  const url = browser.runtime.getURL(path as '/');
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${path} is missing from the package`);
  return response.arrayBuffer();
}
