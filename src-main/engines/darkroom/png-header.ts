const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Whether a file begins as a PNG picture of this size does (W3C PNG, 5.2 and 11.2.2). */
export function beginsAsPng(file: Uint8Array, width: number, height: number): boolean {
  if (file.byteLength < 24 || signature.some((byte, at) => file[at] !== byte)) return false;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  return view.getUint32(16) === width && view.getUint32(20) === height;
}
