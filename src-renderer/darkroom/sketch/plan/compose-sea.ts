import { hex } from '../core/colour';
import { putAfloat, putFliers, putSwimmers } from './cast';
import { addSkyline } from './city';
import { addIcebergs } from './distance';
import { addHills, addMountains } from './ridges';
import type { Group, Shape } from './scene';
import { addShore } from './shore';
import { addSky } from './sky';
import type { Stage } from './stage';
import { type Troupe, troupeOf } from './troupe';
import { addVillage } from './village';
import { addRipples, addWater, addWaves, reflectGroups } from './water';
import { addWeather } from './weather';

export function composeSea(stage: Stage): void {
  const { frame, unit, horizon } = stage;
  const troupe = troupeOf(stage);
  const random = stage.random.fork('sea');
  addSky(stage);
  const coast =
    stage.reading.plants.length > 0 ||
    stage.wants('beach') ||
    stage.wants('island') ||
    stage.wants('harbour') ||
    troupe.ground.length > 0;
  if (stage.wants('mountains'))
    addMountains(
      stage,
      horizon + unit * 0.005,
      horizon * 0.5,
      0.26,
      hex('#7d8088'),
      stage.snowy ? 0.7 : 0.25,
    );
  else if (!stage.wants('minimal') && random.chance(0.55))
    addHills(stage, horizon - unit * 0.02, horizon - unit * 0.004, 2, hex('#6f8a72'));
  if (stage.wants('arctic')) addIcebergs(stage);
  if (stage.wants('harbour') || stage.wants('village'))
    addVillage(stage, () => horizon - unit * 0.005);
  if (stage.wants('city')) addSkyline(stage, horizon);
  const standing = stage.groups.filter((group) => group.plane !== 'backdrop');
  addWater(stage, horizon, frame.height, 'sea');
  reflectGroups(stage, standing, horizon, 0.4);
  const rough = stage.wants('storm') || stage.wants('wind') || random.chance(0.35);
  if (rough) addWaves(stage, horizon + unit * 0.02, frame.height);
  else addRipples(stage, horizon, frame.height);
  if (!rough && troupe.afloat.length > 0) mirrorFloat(stage, troupe, horizon);
  else putAfloat(stage, troupe.afloat, horizon, frame.height, troupe.riders);
  putSwimmers(stage, troupe.water, horizon, frame.height);
  if (coast) addShore(stage, [...troupe.ground, ...troupe.table]);
  putFliers(stage, troupe.air);
  if (troupe.air.length === 0 && !stage.reading.excluded.has('bird') && random.chance(0.4))
    addGulls(stage);
  addWeather(stage);
}

function mirrorFloat(stage: Stage, troupe: Troupe, top: number): void {
  const before = stage.groups.length;
  putAfloat(stage, troupe.afloat, top, stage.frame.height, troupe.riders);
  const boats: Group[] = stage.groups.splice(before);
  for (const boat of boats) {
    const foot = Math.max(
      ...boat.shapes.flatMap((shape) =>
        shape.kind === 'area' ? shape.rings.flatMap((ring) => ring.map(([, y]) => y)) : [0],
      ),
    );
    reflectGroups(stage, [boat], foot - stage.unit * 0.004, 0.45);
    stage.groups.push(boat);
  }
}

function addGulls(stage: Stage): void {
  const random = stage.random.fork('gulls');
  const shapes: Shape[] = [];
  const { unit, frame, horizon } = stage;
  const colour = stage.grade(hex('#4a4f58'), 0.75);
  for (let index = 0; index < 7; index += 1) {
    const x = frame.width * random.between(0.1, 0.9);
    const y = horizon * random.between(0.3, 0.8);
    const wing = unit * random.between(0.01, 0.024);
    shapes.push({
      kind: 'stroke',
      points: [
        [x - wing, y - wing * 0.25],
        [x - wing * 0.5, y - wing * 0.55],
        [x, y],
        [x + wing * 0.5, y - wing * 0.55],
        [x + wing, y - wing * 0.2],
      ],
      width: wing * 0.16,
      colour,
      alpha: 1,
      material: 'coat',
    });
  }
  stage.add('gulls', 'middle', 0.6, shapes);
}
