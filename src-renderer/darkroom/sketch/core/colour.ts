/** Red, green, blue: sRGB, 0..255, fractions allowed. */
export type Colour = readonly [number, number, number];
/** Lightness 0..1 and the two opponent axes of OKLab (Björn Ottosson, 2020). */
export type Lab = readonly [number, number, number];

const clamp = (value: number, low: number, high: number): number =>
  value < low ? low : value > high ? high : value;

function toLinear(channel: number): number {
  const value = clamp(channel, 0, 255) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function fromLinear(value: number): number {
  const safe = clamp(value, 0, 1);
  return 255 * (safe <= 0.0031308 ? safe * 12.92 : 1.055 * safe ** (1 / 2.4) - 0.055);
}

/** The colour of a six-digit hex string such as `#c8502d`. */
export function hex(text: string): Colour {
  const value = Number.parseInt(text.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

export function toLab(colour: Colour): Lab {
  const r = toLinear(colour[0]);
  const g = toLinear(colour[1]);
  const b = toLinear(colour[2]);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

export function fromLab(lab: Lab): Colour {
  const l = (lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]) ** 3;
  const m = (lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]) ** 3;
  const s = (lab[0] - 0.0894841775 * lab[1] - 1.291485548 * lab[2]) ** 3;
  return [
    fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** `amount` 0 gives `from`, 1 gives `to`; mixed in OKLab so that no hue turns to mud. */
export function mix(from: Colour, to: Colour, amount: number): Colour {
  const t = clamp(amount, 0, 1);
  if (t === 0) return from;
  if (t === 1) return to;
  const a = toLab(from);
  const b = toLab(to);
  return fromLab([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t]);
}

export type Shift = {
  /** Added to OKLab lightness. */ readonly light?: number;
  /** Multiplies the chroma. */ readonly chroma?: number;
  /** Turns the hue, in degrees. */ readonly hue?: number;
};

export function shift(colour: Colour, change: Shift): Colour {
  const [lightness, a, b] = toLab(colour);
  const angle = ((change.hue ?? 0) * Math.PI) / 180;
  const chroma = change.chroma ?? 1;
  const cos = Math.cos(angle) * chroma;
  const sin = Math.sin(angle) * chroma;
  return fromLab([
    clamp(lightness + (change.light ?? 0), 0, 1),
    a * cos - b * sin,
    a * sin + b * cos,
  ]);
}

/** OKLab lightness, 0 black to 1 white. */
export function lightness(colour: Colour): number {
  return toLab(colour)[0];
}

export function css(colour: Colour, alpha = 1): string {
  const [r, g, b] = colour.map(Math.round);
  return alpha >= 1 ? `rgb(${r} ${g} ${b})` : `rgb(${r} ${g} ${b} / ${alpha.toFixed(3)})`;
}
