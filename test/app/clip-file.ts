import { execFileSync } from 'node:child_process';

/** What ffprobe says of a clip's one stream and of the file. */
export type ProbedClip = {
  readonly codec: string;
  readonly width: number;
  readonly height: number;
  readonly pixels: string;
  readonly frames: number;
  readonly rate: string;
  readonly seconds: number;
  readonly streams: number;
};

/** Has ffprobe decode a whole clip and say what is in it. Throws when it can't be decoded. */
export function probeClip(file: string): ProbedClip {
  const output = execFileSync(
    'ffprobe',
    ['-v', 'error', '-count_frames', '-show_streams', '-show_format', '-of', 'json', file],
    { encoding: 'utf8' },
  );
  const probed: {
    streams: {
      codec_name: string;
      width: number;
      height: number;
      pix_fmt: string;
      nb_read_frames: string;
      r_frame_rate: string;
    }[];
    format: { duration: string };
  } = JSON.parse(output);
  const [stream] = probed.streams;
  if (stream === undefined) throw new Error('the clip has no stream');
  return {
    codec: stream.codec_name,
    width: stream.width,
    height: stream.height,
    pixels: stream.pix_fmt,
    frames: Number(stream.nb_read_frames),
    rate: stream.r_frame_rate,
    seconds: Number(probed.format.duration),
    streams: probed.streams.length,
  };
}

const [across, down] = [64, 64];

/** The frames of a clip, or the one of a picture, as small red, green and blue ones: a crude eye. */
export function smallFrames(file: string): Buffer[] {
  const scale = `scale=${across}:${down}:flags=area`;
  const all = execFileSync(
    'ffmpeg',
    ['-v', 'error', '-i', file, '-vf', scale, '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'],
    { maxBuffer: 2 ** 30 },
  );
  const size = across * down * 3;
  return Array.from({ length: all.length / size }, (_, at) =>
    all.subarray(at * size, (at + 1) * size),
  );
}

/** The mean difference of two small frames, 0 to 255. */
export function apart(one: Buffer | undefined, other: Buffer | undefined): number {
  if (one === undefined || other === undefined) throw new Error('there is no such frame');
  let sum = 0;
  for (const [at, value] of one.entries()) sum += Math.abs(value - (other[at] ?? 0));
  return sum / one.length;
}
