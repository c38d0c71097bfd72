import type { ClipFormat } from '../../../src-shared/jobs/clip-request';

/** Bits that a pixel of a moving painting, full of strokes and grain, is worth. */
const bitsPerPixel: Readonly<Record<ClipFormat, number>> = { mp4: 0.19, webm: 0.13 };

/** Level 3.1 of H.264 and VP9 ends with 720p at 30 frames a second; 4.0 with 1080p. */
const codecs: Readonly<Record<ClipFormat, { small: string; large: string }>> = {
  mp4: { small: 'avc1.64001f', large: 'avc1.640028' },
  webm: { small: 'vp09.00.31.08', large: 'vp09.00.40.08' },
};
const mostSmallPixels = 1280 * 720;

export type ClipMeasure = {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  readonly format: ClipFormat;
};

/** Bits a second that a clip of this size is given, a whole number. */
function bitrateOf({ width, height, framesPerSecond, format }: ClipMeasure): number {
  return Math.round(width * height * framesPerSecond * bitsPerPixel[format]);
}

/** The codec of a clip with its profile and level, as WebCodecs names it. */
function codecOf({ width, height, format }: ClipMeasure): string {
  const { small, large } = codecs[format];
  return width * height <= mostSmallPixels ? small : large;
}

/**
 * How the encoder is set up. One in software is asked for, because it makes the same film on every machine; where
 * there is none, any will do.
 */
export async function encoderSettings(measure: ClipMeasure): Promise<VideoEncoderConfig> {
  const { width, height, framesPerSecond, format } = measure;
  const settings: VideoEncoderConfig = {
    codec: codecOf(measure),
    width,
    height,
    framerate: framesPerSecond,
    bitrate: bitrateOf(measure),
    bitrateMode: 'variable',
    latencyMode: 'quality',
    hardwareAcceleration: 'prefer-software',
    ...(format === 'mp4' ? { avc: { format: 'avc' } } : {}),
  };
  const { supported } = await VideoEncoder.isConfigSupported(settings);
  return supported === true ? settings : { ...settings, hardwareAcceleration: 'no-preference' };
}
