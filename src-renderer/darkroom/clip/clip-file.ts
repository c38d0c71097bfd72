import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import type { ClipFormat } from '../../../src-shared/jobs/clip-request';
import { withoutClock } from './without-clock';

export type ClipFile = {
  /** Takes what the encoder gives out, in its order. */
  add(chunk: EncodedVideoChunk, metadata: EncodedVideoChunkMetadata | undefined): void;
  /** The whole file. Throws when a chunk could not be written. */
  finish(): Promise<Uint8Array>;
  /** Lets go of a file that is not wanted any more; a finished one is left alone. */
  discard(): Promise<void>;
};

/** Opens a file for one silent track of known length. */
export async function openClipFile(clip: {
  readonly format: ClipFormat;
  readonly frames: number;
  readonly framesPerSecond: number;
}): Promise<ClipFile> {
  const { format, frames, framesPerSecond } = clip;
  const target = new BufferTarget();
  const output = new Output({
    target,
    // Room for the index is kept at the start, so that no second copy of the film is needed to put it there.
    format:
      format === 'mp4' ? new Mp4OutputFormat({ fastStart: 'reserve' }) : new WebMOutputFormat(),
  });
  const track = new EncodedVideoPacketSource(format === 'mp4' ? 'avc' : 'vp9');
  output.addVideoTrack(track, { frameRate: framesPerSecond, maximumPacketCount: frames });
  await output.start();
  let written = Promise.resolve();
  return {
    add: (chunk, metadata) => {
      const packet = EncodedPacket.fromEncodedChunk(chunk);
      written = written.then(() => track.add(packet, metadata));
      // The failure is told by `finish`; until then nobody waits for it.
      written.catch(() => undefined);
    },
    finish: async () => {
      await written;
      await output.finalize();
      if (target.buffer === null) throw new Error('the clip was not written');
      const bytes = new Uint8Array(target.buffer);
      return format === 'mp4' ? withoutClock(bytes) : bytes;
    },
    discard: async () => {
      if (output.state !== 'finalized' && output.state !== 'canceled') await output.cancel();
    },
  };
}
