import { type Colour, hex, mix, shift } from '../core/colour';
import type { Random } from '../core/random';
import { drawFigure } from '../figures/draw-figure';
import { type FigureId, figures } from '../figures/figures';
import type { Figure } from '../figures/notation';
import type { Wanted } from '../reading/reading';
import { type SubjectId, subjectWords } from '../reading/words-subjects';
import type { Plane, Shape } from './scene';
import { groundShadow } from './shadow';
import type { Stage } from './stage';

/** One figure to be placed: who, how big compared with the others, in what colours. */
export type Role = {
  readonly subject: Wanted<SubjectId>;
  readonly figureId: FigureId;
  readonly figure: Figure;
  /** First of its kind in the picture. */
  readonly leading: boolean;
  /** How many of this kind there are. */
  readonly company: number;
};

const mostOfAKind = 24;

/** Everyone the prompt asks for, one entry each. */
export function castOf(stage: Stage): Role[] {
  const random = stage.random.fork('cast');
  return stage.reading.subjects.flatMap((subject) => {
    const company = Math.min(mostOfAKind, subject.count ?? random.whole(3, 5));
    const choices: readonly [FigureId, ...FigureId[]] = subjectWords[subject.id].figures;
    const first = random.pick(choices);
    return Array.from({ length: company }, (_, index): Role => {
      const figureId = subject.id === 'fruit' ? random.pick(choices) : first;
      return { subject, figureId, figure: figures[figureId], leading: index === 0, company };
    });
  });
}

export function sizeFactor(stage: Stage, role: Role): number {
  let factor = 1;
  if (role.subject.size === 'huge') factor *= 1.4;
  if (role.subject.size === 'tiny') factor *= 0.6;
  if (stage.wants('close')) factor *= 1.5;
  if (stage.wants('wide')) factor *= 0.7;
  if (stage.wants('distant')) factor *= 0.5;
  if (stage.wants('minimal')) factor *= 0.8;
  return factor;
}

/** Height in the picture before perspective, a share of the shorter side. */
function heightShare(role: Role, largest: number): number {
  const relative = (role.figure.size / largest) ** 0.4;
  const building =
    role.figure.material === 'wall' ||
    role.figure.material === 'metal' ||
    role.figure.material === 'rock';
  const base = building ? 0.5 : 0.44;
  return (
    base *
    Math.max(building ? 0.44 : 0.6, relative) *
    (role.company > 1 ? Math.max(0.5, 1 - 0.07 * role.company) : 1)
  );
}

export type Spot = {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly depth: number;
  readonly flip: boolean;
  readonly turn?: number;
  readonly plane: Plane;
  readonly shadow: boolean;
};

/** Puts one figure down, with its shadow. */
export function putFigure(stage: Stage, random: Random, role: Role, spot: Spot): void {
  const { figure } = role;
  const first = role.subject.colours[0];
  const coat =
    first ??
    (figure.coats && random.chance(0.75)
      ? hex(random.pick(nonEmpty(figure.coats, figure.tones.coat)))
      : hex(figure.tones.coat));
  const backlit = stage.wants('silhouette');
  const grade = (colour: Colour): Colour => {
    const graded = stage.grade(colour, spot.depth);
    const seen = spot.plane === 'subject' ? lift(stage, graded, colour) : graded;
    return backlit ? mix(seen, shift(stage.air.sky[0], { light: -0.35 }), 0.86) : seen;
  };
  const built = figure.material === 'wall' || figure.material === 'metal';
  const shapes: Shape[] = [];
  if (spot.shadow)
    shapes.push(
      groundShadow(
        stage,
        spot.x,
        spot.y,
        spot.height * (figure.material === 'wall' ? 0.5 : 0.42),
        spot.height,
      ),
    );
  shapes.push(
    ...drawFigure(
      figure,
      {
        x: spot.x,
        y: spot.y,
        height: spot.height,
        flip: spot.flip,
        coat,
        colours: role.subject.colours,
        grade,
        light: spot.flip ? [stage.light[0], stage.light[1]] : stage.light,
        glow: built ? stage.air.windowLight : undefined,
        ...(spot.turn === undefined ? {} : { turn: spot.turn }),
      },
      stage.body(),
    ),
  );
  stage.add(role.figureId, spot.plane, spot.depth, shapes);
  stage.drawn.add(role.company > 1 ? `${role.company} × ${role.subject.word}` : role.subject.word);
}

/** Subjects keep some of their own colour even in poor light, so that they are seen. */
function lift(stage: Stage, graded: Colour, own: Colour): Colour {
  return stage.air.dark
    ? mix(graded, own, stage.air.time === 'night' ? 0.36 : 0.3)
    : mix(graded, own, 0.25);
}

function nonEmpty(list: readonly string[], otherwise: string): readonly [string, ...string[]] {
  const [first, ...rest] = list;
  return [first ?? otherwise, ...rest];
}

/** Spreads a company over the ground: the leader at the focus, the rest around and behind. */
export function groundSpots(
  stage: Stage,
  roles: readonly Role[],
  groundAt: (x: number) => number,
): { role: Role; spot: Spot }[] {
  const random = stage.random.fork('spots');
  const { frame, unit } = stage;
  const largest = Math.max(...roles.map((role) => role.figure.size), 0.1);
  const room = frame.height - stage.horizon;
  const placed: { role: Role; spot: Spot }[] = [];
  const facing = stage.focus[0] > frame.width / 2;
  const kinds = new Set(roles.map((role) => role.subject.id)).size;
  let kind = -1;
  roles.forEach((role, index) => {
    if (role.leading) kind += 1;
    const height = unit * heightShare(role, largest) * sizeFactor(stage, role);
    const built =
      role.figure.material === 'wall' ||
      role.figure.material === 'rock' ||
      role.figureId === 'train';
    const single = roles.length === 1;
    const lane = kinds > 1 ? (kind + 0.5) / kinds - 0.5 : 0;
    const spread = single || (role.leading && kinds === 1) ? 0 : random.between(-0.34, 0.34);
    const middle = stage.focus[0] + (kinds > 1 ? lane * frame.width * 0.62 * (facing ? -1 : 1) : 0);
    const many = roles.length > 6;
    const x = many
      ? frame.width * (0.08 + (0.84 * (index + 0.5 + random.between(-0.3, 0.3))) / roles.length)
      : clampTo(middle + spread * frame.width * 0.9, frame.width * 0.1, frame.width * 0.9);
    const share = built
      ? random.between(0.04, 0.16)
      : many
        ? random.between(0.12, 0.75)
        : role.leading
          ? random.between(0.42, 0.6)
          : random.between(0.2, 0.66);
    const depth = 0.62 + 0.38 * share;
    const ground = groundAt(x);
    const y = ground + (frame.height - ground) * share;
    const scale = built ? 1 : 0.62 + 0.62 * share;
    placed.push({
      role,
      spot: {
        x: clampTo(
          role.figureId === 'train' ? x + (facing ? -0.16 : 0.16) * frame.width : x,
          height * scale * 0.52,
          frame.width - height * scale * 0.52,
        ),
        y: Math.min(y, frame.height - unit * 0.03),
        height: Math.min(height * scale, room + stage.horizon * 0.8),
        depth,
        flip: random.chance(0.85) ? facing : !facing,
        plane: 'subject',
        shadow: true,
      },
    });
  });
  return placed.sort((a, b) => a.spot.y - b.spot.y);
}

function clampTo(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** Places what flies. */
export function putFliers(stage: Stage, roles: readonly Role[]): void {
  const random = stage.random.fork('fliers');
  const { frame, unit } = stage;
  const largest = Math.max(...roles.map((role) => role.figure.size), 0.1);
  roles.forEach((role, index) => {
    const alone = roles.length === 1;
    const share = alone ? 0 : index / roles.length;
    const x = alone
      ? stage.focus[0]
      : frame.width * (0.1 + 0.8 * ((share + 0.5 / roles.length + stage.focus[0]) % 1)) +
        unit * random.between(-0.05, 0.05);
    const company = stage.reading.subjects.some((it) => roles.every((role) => role.subject !== it))
      ? 0.6
      : 1;
    const size =
      unit *
      company *
      (alone ? 0.36 : 0.4 / Math.sqrt(roles.length)) *
      sizeFactor(stage, role) *
      Math.max(0.6, (role.figure.size / largest) ** 0.4) *
      random.between(0.75, 1.1);
    const height = role.figureId === 'hot-air balloon' ? size * 1.25 : size;
    const ceiling = stage.kind === 'sky' ? frame.height * 0.75 : stage.horizon * 0.72;
    const y = alone
      ? ceiling * 0.5 + height * 0.5
      : ceiling * random.between(0.2, 0.95) + height * 0.3;
    const upright = role.figureId === 'hot-air balloon' || role.figureId === 'rocket';
    putFigure(stage, random, role, {
      x,
      y: Math.max(height * 1.04, y),
      height,
      depth: alone ? 0.95 : random.between(0.6, 0.95),
      flip: upright ? false : stage.focus[0] > frame.width / 2 !== random.chance(0.15),
      turn: upright ? 0 : random.between(-0.14, 0.14),
      plane: 'subject',
      shadow: false,
    });
  });
}

/** Places what floats, its waterline on the water. */
export function putAfloat(
  stage: Stage,
  roles: readonly Role[],
  top: number,
  bottom: number,
  riders: readonly Role[] = [],
): void {
  const random = stage.random.fork('afloat');
  const { frame, unit } = stage;
  const largest = Math.max(...roles.map((role) => role.figure.size), 0.1);
  const spots = roles
    .map((role, index) => {
      const alone = roles.length === 1;
      const share = alone
        ? random.between(0.16, 0.34)
        : 0.06 + 0.5 * ((index * 0.618 + random.next() * 0.2) % 1);
      const x = alone
        ? stage.focus[0]
        : frame.width * (0.1 + 0.8 * ((index + 0.5 + random.between(-0.25, 0.25)) / roles.length));
      return { role, x, share, y: top + (bottom - top) * share };
    })
    .sort((a, b) => a.y - b.y);
  const waiting = [...riders];
  for (const { role, x, share, y } of spots) {
    const height =
      unit * heightShare(role, largest) * sizeFactor(stage, role) * (0.6 + share * 0.9);
    const flip = random.chance(0.5);
    const depth = 0.68 + share * 0.4;
    const rider = role.figureId === 'rowing boat' ? waiting.shift() : undefined;
    if (rider)
      putFigure(stage, random, rider, {
        x: x - height * 0.06,
        y: y - height * 0.1,
        height: height * 1.15,
        depth,
        flip,
        plane: 'subject',
        shadow: false,
      });
    putFigure(stage, random, role, { x, y, height, depth, flip, plane: 'subject', shadow: false });
  }
}

/** Swimmers: whales break the surface, the rest of them hidden by the water in front. */
export function putSwimmers(
  stage: Stage,
  roles: readonly Role[],
  top: number,
  bottom: number,
): void {
  const random = stage.random.fork('swimmers');
  const { frame, unit } = stage;
  roles.forEach((role, index) => {
    const alone = roles.length === 1;
    const x = alone ? stage.focus[0] : frame.width * (0.1 + (0.8 * (index + 0.5)) / roles.length);
    const share = random.between(0.3, 0.62);
    const height =
      unit * (alone ? 0.46 : 0.6 / Math.sqrt(roles.length + 1)) * sizeFactor(stage, role);
    putFigure(stage, random, role, {
      x,
      y: top + (bottom - top) * share + height * (role.figureId === 'whale' ? 0.32 : 0.2),
      height,
      depth: 0.92,
      flip: random.chance(0.5),
      turn: random.between(-0.1, 0.1),
      plane: 'subject',
      shadow: false,
    });
  });
}
