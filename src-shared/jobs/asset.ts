import type { Instant } from '../billing/instant';

/** Whether the file of an asset is what was delivered. */
export type FileCondition = 'sound' | 'missing' | 'altered' | 'unchecked';

export const mediaTypes = ['image/png', 'video/mp4', 'video/webm'] as const;
export type MediaType = (typeof mediaTypes)[number];

/** The ending of a file's name, by what kind of file it is. */
export const fileEndings: Record<MediaType, string> = {
  'image/png': 'png',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
};

/** A delivered file in the library, named after its own content. */
export type Asset = {
  readonly id: string;
  readonly jobId: string;
  /** SHA-256 of the file's bytes, in hex. */
  readonly sha256: string;
  readonly mediaType: MediaType;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly createdAt: Instant;
  /** When it was moved to the bin; null while it is in the gallery. */
  readonly removedAt: Instant | null;
};
