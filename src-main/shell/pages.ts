/** The scheme of Tally's own pages; nothing else in the world answers to it. */
export const appScheme = 'tally';
const appHost = 'app';

export type PageName = 'index.html' | 'darkroom.html';

/** Where the pages come from: the built files, or the development server with hot reload. */
export type PageSource = { readonly base: string; readonly development: boolean };

/**
 * The pages' source. `developmentAddress` is the development server's; it is heeded only in an
 * unpackaged Tally and only when it is on this machine.
 */
export function pageSource(
  developmentAddress: string | undefined,
  isPackaged: boolean,
): PageSource {
  const address =
    isPackaged || developmentAddress === undefined ? null : URL.parse(developmentAddress);
  if (address !== null && address.protocol === 'http:' && isLoopback(address.hostname)) {
    return { base: address.origin, development: true };
  }
  return { base: `${appScheme}://${appHost}`, development: false };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
}

export function pageAddress(source: PageSource, name: PageName): string {
  return `${source.base}/${name}`;
}

/** Whether an address is the named page itself, whatever follows its path. */
export function isPage(source: PageSource, name: PageName, address: string): boolean {
  const stem = pageAddress(source, name);
  return address === stem || address.startsWith(`${stem}?`) || address.startsWith(`${stem}#`);
}

/**
 * The built file that an address of the own scheme names, as path segments below the pages' folder;
 * null for anything that is not plainly inside it.
 */
export function parsePageAddress(address: string): string[] | null {
  const url = URL.parse(address);
  if (url === null || url.protocol !== `${appScheme}:` || url.host !== appHost) return null;
  const segments = url.pathname.split('/').slice(1);
  // Built files have plain names; this leaves no room for `..`, encodings, drives or hidden files.
  const plain = segments.every((segment) => /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/.test(segment));
  return plain && segments.length > 0 ? segments : null;
}
