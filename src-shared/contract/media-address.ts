import { type Asset, fileEndings } from '../jobs/asset';

/** The scheme under which the main process serves files of the library, and nothing else. */
export const mediaScheme = 'tally-media';

/** The address of an asset's file for an `<img>` or `<video>`: its content never changes, so it may be cached for ever. */
export function mediaAddress({ sha256, mediaType }: Pick<Asset, 'sha256' | 'mediaType'>): string {
  return `${mediaScheme}://library/${sha256}.${fileEndings[mediaType]}`;
}

/** The address of a picture that something is made from: a delivered one, or one that was brought in. */
export function inputAddress(sha256: string): string {
  return `${mediaScheme}://input/${sha256}.png`;
}

/** The address of a small picture of an asset, for lists; the file itself where there is none. */
export function thumbnailAddress(sha256: string): string {
  return `${mediaScheme}://thumbnail/${sha256}`;
}
