import { type Colour, hex, shift } from '../core/colour';
import type { Ring } from '../core/geometry';
import type { Random } from '../core/random';
import { putFigure, type Role } from './cast';
import { groundColour, rock } from './ground';
import { landShape, type Profile, rolling } from './ridges';
import { type Area, area, type Shape } from './scene';
import type { Stage } from './stage';
import { drawTree } from './trees';
import { putGround } from './troupe';
import { addTrees } from './woods';

/** A near shore to stand on: sand, or a headland of rock. */
export function addShore(stage: Stage, roles: readonly Role[]): void {
  const { frame, unit } = stage;
  const random = stage.random.fork('shore');
  const sandy = stage.wants('beach') || stage.wants('island');
  const built = roles.some((role) => role.figure.material === 'wall');
  if (built && !sandy) {
    addHeadland(stage, roles);
    return;
  }
  const sand = groundColour({ ...stage, wants: (id) => id === 'beach' || stage.wants(id) });
  const edge = rolling(stage, frame.height * 0.82, unit * 0.035, unit * 0.7, 21);
  const tilt = (x: number): number =>
    edge(x) + (x - frame.width / 2) * (stage.focus[0] > frame.width / 2 ? -0.1 : 0.1);
  const foam = stage.grade([246, 249, 248], 0.95);
  stage.add('foam', 'near', 0.82, [
    landShape(stage, (x) => tilt(x) - unit * 0.012, foam, foam, unit * 0.1, 'water'),
  ]);
  stage.add('wet sand', 'near', 0.83, [
    landShape(
      stage,
      tilt,
      stage.grade(shift(sand, { light: -0.12 }), 0.95),
      stage.grade(sand, 1),
      unit * 0.1,
    ),
  ]);
  const dry = (x: number): number => tilt(x) + unit * 0.03;
  stage.add('sand', 'near', 0.84, [
    landShape(
      stage,
      dry,
      stage.grade(sand, 0.97),
      stage.grade(shift(sand, { light: -0.05 }), 1),
      unit * 0.2,
    ),
  ]);
  if (
    (stage.wants('island') || stage.wants('jungle') || random.chance(0.3)) &&
    stage.reading.plants.length === 0 &&
    !stage.snowy
  ) {
    const x = frame.width * (stage.focus[0] > frame.width / 2 ? 0.14 : 0.86);
    stage.add(
      'palm',
      'near',
      0.9,
      drawTree(stage, random, 'palm', {
        x,
        y: dry(x) + unit * 0.04,
        height: unit * 0.6,
        depth: 0.95,
      }),
    );
  }
  addTrees({ ...stage, horizon: frame.height * 0.78 }, (x) => dry(x) + unit * 0.01);
  putGround({ ...stage, horizon: frame.height * 0.78 }, roles, dry);
  stage.drawn.add('beach');
}

/** A facet of a cliff, lighter or darker than the rest. */
function crevice(
  stage: Stage,
  random: Random,
  x: number,
  y: number,
  colour: Colour,
  cliff: Area,
): Area {
  const tall = stage.unit * random.between(0.05, 0.14);
  const ring: Ring = [
    [x, y],
    [x + stage.unit * 0.02, y + tall * 0.5],
    [x + stage.unit * 0.006, y + tall],
    [x - stage.unit * 0.016, y + tall * 0.6],
  ];
  const tone = shift(colour, { light: random.chance(0.5) ? -0.12 : 0.05 });
  return area([ring], tone, 'shade', { clip: cliff.rings, contour: false });
}

function addHeadland(stage: Stage, roles: readonly Role[]): void {
  const { frame, unit, horizon } = stage;
  const right = stage.focus[0] > frame.width / 2;
  const tip = right ? stage.focus[0] - frame.width * 0.26 : stage.focus[0] + frame.width * 0.26;
  const top = Math.max(horizon - unit * 0.1, Math.min(horizon + unit * 0.06, unit * 0.46));
  const profile = (x: number): number => {
    const inland = right ? x - tip : tip - x;
    if (inland < 0) return frame.height + 0.2;
    return (
      top +
      unit * 0.03 * stage.noise(x * 7, 3) +
      (frame.height - top) * 0.9 * Math.exp(-inland * 16)
    );
  };
  const rockColour = stage.grade(hex('#7d746a'), 0.8);
  const grass = stage.grade(groundColour(stage), 0.84);
  const cliff = landShape(
    stage,
    profile,
    rockColour,
    shift(rockColour, { light: -0.14 }),
    frame.height - top,
    'rock',
  );
  const shapes: Shape[] = [cliff];
  const turf = landShape(
    stage,
    (x) => profile(x) - unit * 0.003,
    grass,
    shift(grass, { light: -0.05 }),
    unit * 0.1,
  );
  const cut = landShape(
    stage,
    (x) => profile(x) + unit * (0.05 + 0.025 * stage.noise(x * 16, 6)),
    rockColour,
    shift(rockColour, { light: -0.16 }),
    frame.height - top,
    'rock',
  );
  shapes.push({ ...turf, clip: cliff.rings }, { ...cut, clip: cliff.rings });
  const random = stage.random.fork('headland');
  const inland = (share: number): number => tip + (right ? 1 : -1) * frame.width * share;
  for (let index = 0; index < 16; index += 1) {
    const x = inland(random.between(0.02, 0.7));
    shapes.push(
      crevice(stage, random, x, profile(x) + unit * random.between(0.08, 0.5), rockColour, cut),
    );
  }
  for (let index = 0; index < 9; index += 1) {
    const x = inland(random.between(-0.06, 0.3));
    const y = frame.height * random.between(0.86, 0.98);
    shapes.push(...rock(stage, random, x, y, unit * random.between(0.03, 0.07), 0.92));
  }
  stage.add('headland', 'near', 0.8, shapes);
  putOnHeadland(stage, roles, profile, right);
  stage.drawn.add('headland');
}

function putOnHeadland(
  stage: Stage,
  roles: readonly Role[],
  profile: Profile,
  right: boolean,
): void {
  const { frame, unit } = stage;
  const place = stage.random.fork('headland cast');
  roles.forEach((role, index) => {
    const x = stage.focus[0] + (right ? 1 : -1) * frame.width * 0.07 * index;
    const foot = profile(x) + unit * 0.016;
    putFigure(stage, place, role, {
      x,
      y: foot,
      height: Math.min(foot * 0.92, unit * (role.figure.material === 'wall' ? 0.46 : 0.12)),
      depth: 0.92,
      flip: !right,
      plane: 'subject',
      shadow: false,
    });
  });
}
