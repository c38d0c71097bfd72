import { hex, shift } from '../core/colour';
import { putAfloat, putFliers, putSwimmers } from './cast';
import { addDistance } from './distance';
import { addFlowerField, addFlowerPiece } from './flower-pieces';
import { addGround, addPath, addUndergrowth, groundColour } from './ground';
import { landShape, rolling } from './ridges';
import { addSky } from './sky';
import type { Stage } from './stage';
import { putGround, type Troupe, troupeOf } from './troupe';
import { addVillage } from './village';
import { addRipples, addWater, reflectGroups } from './water';
import { addMist, addWeather } from './weather';
import { addTrees, addWoods } from './woods';

export function composeLand(stage: Stage): void {
  const { unit, horizon, frame } = stage;
  const troupe = troupeOf(stage);
  addSky(stage);
  addDistance(stage);
  const lake = stage.wants('lake') || troupe.afloat.length + troupe.water.length > 0;
  const ground = groundColour(stage);
  if (lake) {
    composeLake(stage, troupe);
    return;
  }
  const profile = rolling(
    stage,
    horizon + unit * 0.05,
    unit * (stage.wants('desert') ? 0.07 : 0.045),
    unit * 0.8,
    1,
  );
  addGround(stage, profile, ground);
  if (stage.wants('river') || lake) addPath(stage, profile, 'river');
  else if (
    stage.wants('path') ||
    (stage.random.fork('path?').chance(0.3) && !stage.wants('planet') && !stage.wants('desert'))
  )
    addPath(stage, profile, 'path');
  if (stage.wants('village') || stage.wants('farm')) addVillage(stage, profile);
  addTrees(stage, profile);
  if (stage.reading.flowers.length > 0) addFlowerField(stage, profile);
  putAfloat(stage, troupe.afloat, horizon + unit * 0.1, frame.height, troupe.riders);
  putGround(stage, [...troupe.ground, ...troupe.table, ...troupe.water], profile);
  putFliers(stage, troupe.air);
  if (stage.reading.flowers.length === 0) addUndergrowth(stage, profile, ground);
  addWeather(stage);
}

/** Still water in the middle of land: the far shore is mirrored in it. */
function composeLake(stage: Stage, troupe: Troupe): void {
  const { frame, unit, horizon } = stage;
  const shore = rolling(stage, horizon + unit * 0.035, unit * 0.012, unit * 0.5, 14);
  const random = stage.random.fork('lake');
  stage.add('shore', 'far', 0.52, [
    landShape(
      stage,
      shore,
      stage.grade(groundColour(stage), 0.55),
      stage.grade(groundColour(stage), 0.6),
      unit * 0.1,
    ),
  ]);
  if (stage.wants('village')) addVillage(stage, shore);
  addTrees(stage, (x) => shore(x) - unit * 0.005);
  const standing = stage.groups.filter(
    (group) => group.plane !== 'backdrop' || group.name === 'sun' || group.name === 'moon',
  );
  const top = horizon + unit * 0.055;
  addWater(stage, top, frame.height, 'lake');
  reflectGroups(
    stage,
    standing,
    top,
    stage.wants('reflection') || stage.wants('calm') ? 0.72 : 0.52,
  );
  addRipples(stage, top, frame.height);
  putAfloat(stage, troupe.afloat, top, frame.height, troupe.riders);
  putSwimmers(stage, troupe.water, top, frame.height);
  const bank = (x: number): number =>
    frame.height * 0.86 +
    unit * 0.1 * (Math.abs(x - stage.focus[0]) < 0.2 ? 0.2 : -0.1) +
    unit * 0.05 * stage.noise(x * 3, 8);
  const needsBank = troupe.ground.length + troupe.table.length > 0 || random.chance(0.7);
  if (needsBank) {
    const ground = groundColour(stage);
    stage.add('bank', 'near', 0.85, [
      landShape(
        stage,
        bank,
        stage.grade(ground, 0.95),
        stage.grade(shift(ground, { light: -0.1 }), 1),
        unit * 0.16,
      ),
    ]);
    putGround({ ...stage, horizon: frame.height * 0.8 }, [...troupe.ground, ...troupe.table], bank);
    addUndergrowth(stage, bank, ground);
  }
  putFliers(stage, troupe.air);
  addWeather(stage);
}

export function composeForest(stage: Stage): void {
  const { unit, horizon, frame } = stage;
  const troupe = troupeOf(stage);
  addSky(stage);
  const profile = rolling(stage, horizon + unit * 0.01, unit * 0.02, unit * 0.6, 2);
  const floor = stage.snowy
    ? hex('#e9eff4')
    : stage.reading.season === 'autumn'
      ? hex('#a8743f')
      : hex('#6f8a48');
  addGround(stage, profile, floor);
  if (stage.wants('river')) addPath(stage, profile, 'river');
  else if (stage.wants('path') || stage.random.fork('path?').chance(0.5))
    addPath(stage, profile, 'path');
  addWoods(stage);
  if (stage.wants('fog') || stage.random.fork('woodland mist').chance(0.4)) addMist(stage);
  putAfloat(stage, troupe.afloat, horizon + unit * 0.1, frame.height, troupe.riders);
  putGround(stage, [...troupe.ground, ...troupe.table, ...troupe.water], profile);
  putFliers(stage, troupe.air);
  if (stage.reading.flowers.length > 0)
    addFlowerField(stage, (x) => profile(x) + (frame.height - horizon) * 0.4);
  else addUndergrowth(stage, profile, floor);
  addWeather(stage);
}

export function composeFlowers(stage: Stage): void {
  const field =
    stage.wants('meadow') ||
    stage.wants('hills') ||
    stage.wants('farm') ||
    stage.wants('mountains');
  if (field) {
    composeLand(stage);
    return;
  }
  const troupe = troupeOf(stage);
  addFlowerPiece(stage);
  putFliers({ ...stage, kind: 'sky' }, [
    ...troupe.air,
    ...troupe.ground.filter((role) => role.figure.size < 0.3),
  ]);
  addWeather(stage);
}
