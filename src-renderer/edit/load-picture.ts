/** A picture whose pixels can be read; null where its file is gone or can't be shown. */
export async function loadPicture(address: string): Promise<HTMLImageElement | null> {
  const picture = new Image();
  // Without it the canvas that it is drawn on can't be read any more.
  picture.crossOrigin = 'anonymous';
  picture.src = address;
  try {
    await picture.decode();
  } catch {
    return null;
  }
  return picture;
}
