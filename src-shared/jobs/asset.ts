import type { Instant } from '../billing/instant';

/** Whether the file of an asset is what was delivered. */
export type FileCondition = 'sound' | 'missing' | 'altered' | 'unchecked';

/** A delivered file in the library, named after its own content. */
export type Asset = {
  readonly id: string;
  readonly jobId: string;
  /** SHA-256 of the file's bytes, in hex. */
  readonly sha256: string;
  readonly mediaType: 'image/png';
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly createdAt: Instant;
  /** When it was moved to the bin; null while it is in the gallery. */
  readonly removedAt: Instant | null;
};
