/** What a picture file says of itself before it is unpacked: it may lie, so this is only a reason to refuse. */
export type PictureHead = {
  readonly kind: 'png' | 'jpeg' | 'webp';
  /** In pixels, before any orientation is applied. */
  readonly width: number;
  readonly height: number;
};

/**
 * Reads the kind and the size that a PNG, JPEG or WebP file claims; its name is not asked. Null for every other file,
 * and for one whose head is damaged.
 */
export function readPictureHead(file: Uint8Array): PictureHead | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  try {
    return readPng(view) ?? readWebp(view) ?? readJpeg(view);
  } catch (error) {
    // The file ends within its head.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readPng(view: DataView): PictureHead | null {
  const isPng = view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a;
  if (!isPng || textAt(view, 12, 4) !== 'IHDR') return null;
  return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

function readWebp(view: DataView): PictureHead | null {
  if (textAt(view, 0, 4) !== 'RIFF' || textAt(view, 8, 4) !== 'WEBP') return null;
  switch (textAt(view, 12, 4)) {
    case 'VP8X':
      return { kind: 'webp', width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { kind: 'webp', width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    case 'VP8 ': {
      const [width, height] = [view.getUint16(26, true), view.getUint16(28, true)];
      return { kind: 'webp', width: width & 0x3fff, height: height & 0x3fff };
    }
    default:
      return null;
  }
}

/** Frames begin with these markers; 0xc4, 0xc8 and 0xcc stand for something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function readJpeg(view: DataView): PictureHead | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) {
      return { kind: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    // A marker may be padded by more of the same byte; all before the frame have a length.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
}

function textAt(view: DataView, at: number, length: number): string {
  let text = '';
  for (let index = at; index < at + length; index += 1) {
    text += String.fromCharCode(view.getUint8(index));
  }
  return text;
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
