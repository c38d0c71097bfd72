/** The scheme under which the main process serves files of the library, and nothing else. */
export const mediaScheme = 'tally-media';

/** The address of an asset's file for an `<img>`: its content never changes, so it may be cached for ever. */
export function mediaAddress(sha256: string): string {
  return `${mediaScheme}://library/${sha256}.png`;
}

/** The address of a small picture of an asset, for lists; the file itself where there is none. */
export function thumbnailAddress(sha256: string): string {
  return `${mediaScheme}://thumbnail/${sha256}`;
}
