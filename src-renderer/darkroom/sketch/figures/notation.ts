import {
  ellipse,
  type Joint,
  type Knot,
  limb as limbRing,
  type Point,
  type Ring,
  smooth,
  smoothLine,
} from '../core/geometry';
import type { Material } from '../plan/scene';

/**
 * Figures are written down in a box 100 units wide, x to the right, y down, feet at y = 100,
 * facing right. An outline is a smooth curve through its points; `!` after a point makes it a
 * corner. A limb is a stroke of changing thickness: `x,y,radius`.
 */
export type Tone = 'coat' | 'far' | 'under' | 'dark' | 'light' | 'accent' | 'eye';

export type Part =
  | {
      readonly kind: 'form';
      readonly tone: Tone;
      readonly ring: Ring;
      /** A marking shows only on the forms before it. */
      readonly marking: boolean;
      /** Forms that are apart have a contour of their own. */
      readonly apart: boolean;
      readonly plain: boolean;
    }
  | {
      readonly kind: 'line';
      readonly tone: Tone;
      readonly points: readonly Point[];
      readonly width: number;
    };

export type Figure = {
  /** Height above the feet line relative to a grown person's 1.0, for scale among figures. */
  readonly size: number;
  /** Where it is at home: decides where it is placed. */
  readonly home: 'ground' | 'air' | 'water' | 'afloat' | 'table' | 'space';
  readonly material: Material;
  readonly tones: Partial<Record<Tone, string>> & { readonly coat: string };
  readonly parts: readonly Part[];
  /** Other coats one may meet, chosen by the seed. */
  readonly coats?: readonly string[];
};

function numbers(item: string): number[] {
  return item.replace('!', '').split(',').map(Number);
}

function items(text: string): string[] {
  return text.trim().split(/\s+/);
}

function form(tone: Tone, ring: Ring): Part {
  return { kind: 'form', tone, ring, marking: false, apart: false, plain: false };
}

export function outline(tone: Tone, text: string): Part {
  const knots = items(text).map((item): Knot => {
    const [x = 0, y = 0] = numbers(item);
    return { at: [x, y], corner: item.endsWith('!') };
  });
  return form(tone, smooth(knots, 5));
}

/** An outline all of whose points are corners. */
export function polygon(tone: Tone, text: string): Part {
  return form(
    tone,
    items(text).map((item): Point => {
      const [x = 0, y = 0] = numbers(item);
      return [x, y];
    }),
  );
}

export function box(tone: Tone, left: number, top: number, right: number, bottom: number): Part {
  return polygon(tone, `${left},${top} ${right},${top} ${right},${bottom} ${left},${bottom}`);
}

export function limb(tone: Tone, text: string): Part {
  const joints = items(text).map((item): Joint => {
    const [x = 0, y = 0, radius = 1] = numbers(item);
    return [x, y, radius];
  });
  return form(tone, limbRing(joints, 5));
}

export function oval(tone: Tone, x: number, y: number, rx: number, ry = rx, tilt = 0): Part {
  return form(tone, ellipse(x, y, rx, ry, (tilt * Math.PI) / 180));
}

export function line(tone: Tone, width: number, text: string): Part {
  const points = items(text).map((item): Point => {
    const [x = 0, y = 0] = numbers(item);
    return [x, y];
  });
  return { kind: 'line', tone, width, points: smoothLine(points, 5) };
}

/** Straight from point to point, unlike `line`. */
export function rod(tone: Tone, width: number, text: string): Part {
  const points = items(text).map((item): Point => {
    const [x = 0, y = 0] = numbers(item);
    return [x, y];
  });
  return { kind: 'line', tone, width, points };
}

/** The part shows only on the forms before it: stripes, bellies, windows. */
export function mark(part: Part): Part {
  return part.kind === 'form' ? { ...part, marking: true } : part;
}

/** The part keeps a contour of its own: a wing on a body, a door in a wall. */
export function apart(part: Part): Part {
  return part.kind === 'form' ? { ...part, apart: true } : part;
}

/** The part gets no modelling by light: eyes, lamps, flat things. */
export function plain(part: Part): Part {
  return part.kind === 'form' ? { ...part, plain: true } : part;
}

export type LegPlan = {
  readonly front: number;
  readonly rear: number;
  readonly top: number;
  readonly thick: number;
  readonly thin: number;
  /** How far the far legs stand apart from the near ones. */
  readonly gait: number;
  /** How much the hock is bent back. */
  readonly bend?: number;
  readonly tone?: Tone;
  /** Lower legs in another tone. */
  readonly sock?: Tone;
};

function frontLeg(tone: Tone, x: number, plan: LegPlan, sway: number): Part {
  const height = 100 - plan.top;
  const at = (share: number): number => plan.top + height * share;
  return limb(
    tone,
    `${x},${plan.top},${plan.thick} ${x + 0.5 + sway * 0.3},${at(0.38)},${plan.thin * 1.5} ` +
      `${x + sway * 0.7},${at(0.66)},${plan.thin} ${x + sway},${at(0.9)},${plan.thin * 0.9} ` +
      `${x + sway + plan.thin * 0.9},${at(0.965)},${plan.thin}`,
  );
}

function rearLeg(tone: Tone, x: number, plan: LegPlan, sway: number): Part {
  const height = 100 - plan.top;
  const bend = plan.bend ?? 4;
  const at = (share: number): number => plan.top + height * share;
  return limb(
    tone,
    `${x},${plan.top - 1},${plan.thick * 1.3} ${x + 1.5 + sway * 0.2},${at(0.3)},${plan.thick * 0.85} ` +
      `${x - bend + sway * 0.7},${at(0.62)},${plan.thin * 1.1} ${x - bend * 0.6 + sway},${at(0.9)},${plan.thin * 0.9} ` +
      `${x - bend * 0.6 + sway + plan.thin},${at(0.965)},${plan.thin}`,
  );
}

function socks(tone: Tone, x: number, plan: LegPlan, sway: number, rear: boolean): Part[] {
  if (!plan.sock) return [];
  const height = 100 - plan.top;
  const foot = rear ? x - (plan.bend ?? 4) * 0.6 + sway : x + sway;
  const top = plan.top + height * 0.62;
  const wide = plan.thin * 2.6;
  return [
    plain(
      mark(
        polygon(
          tone,
          `${foot - wide},${top} ${foot + wide},${top} ${foot + wide * 1.4},100 ${foot - wide},100`,
        ),
      ),
    ),
  ];
}

/** The two far legs: to be placed before the body. */
export function farLegs(plan: LegPlan): Part[] {
  return [
    frontLeg('far', plan.front + plan.gait * 0.4, plan, plan.gait),
    rearLeg('far', plan.rear + plan.gait * 0.5, plan, plan.gait * 0.9),
  ];
}

/** The two near legs: to be placed after the body. */
export function nearLegs(plan: LegPlan): Part[] {
  const tone = plan.tone ?? 'coat';
  const sway = -plan.gait * 0.35;
  return [
    frontLeg(tone, plan.front, plan, sway),
    rearLeg(tone, plan.rear, plan, sway),
    ...(plan.sock
      ? [
          ...socks(plan.sock, plan.front, plan, sway, false),
          ...socks(plan.sock, plan.rear, plan, sway, true),
        ]
      : []),
  ];
}
