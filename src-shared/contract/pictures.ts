import { type } from '@orpc/contract';
import { z } from 'zod';
import { largestFile } from './darkroom';
import { procedure } from './refused';

/** A picture that something can be made from. */
export type BroughtIn = {
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
};

export const pictures = {
  /**
   * Takes a picture file that a person dropped or drew (a mask) into the workspace, as PNG, to make something from
   * it. Nothing is charged; a file that is no picture is refused with the reason.
   */
  bringIn: procedure
    .input(
      z.strictObject({
        file: z.custom<Uint8Array>(
          (file) =>
            file instanceof Uint8Array && file.byteLength > 0 && file.byteLength <= largestFile,
          'must be a file of at most 256 MB',
        ),
      }),
    )
    .output(type<BroughtIn>()),
};
