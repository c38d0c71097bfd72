/** The colours of RGBA pixels as the network wants them, 0 to 255; how opaque they are is left out. */
export function coloursOf(rgba: Uint8ClampedArray): Float32Array {
  const colours = new Float32Array((rgba.length / 4) * 3);
  for (let pixel = 0; pixel < rgba.length / 4; pixel += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      colours[pixel * 3 + channel] = rgba[pixel * 4 + channel] ?? 0;
    }
  }
  return colours;
}

type Size = { readonly width: number; readonly height: number };

/**
 * The inside of an enlarged tile as opaque RGBA pixels: `margin` pixels of it are cut off on every side. Values are
 * rounded and held between 0 and 255.
 */
export function insideOf(colours: Float32Array, { width, height }: Size, margin: number) {
  const inside = { width: width - 2 * margin, height: height - 2 * margin };
  const rgba = new Uint8ClampedArray(inside.width * inside.height * 4).fill(255);
  for (let y = 0; y < inside.height; y += 1) {
    for (let x = 0; x < inside.width; x += 1) {
      const from = ((y + margin) * width + x + margin) * 3;
      const to = (y * inside.width + x) * 4;
      for (let channel = 0; channel < 3; channel += 1) {
        rgba[to + channel] = colours[from + channel] ?? 0;
      }
    }
  }
  return { rgba, ...inside };
}
