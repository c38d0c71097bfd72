import { type Colour, hex, mix, shift } from '../core/colour';
import { putAfloat, putFliers } from './cast';
import { addSkyline, addStreet } from './city';
import { addGround, groundColour, rock } from './ground';
import { simpleLand } from './pavement';
import { addBubbles, addCloudSea, addSpace, addUnderwater } from './places';
import { addMountains, rolling } from './ridges';
import type { Shape } from './scene';
import { addShore } from './shore';
import { addSky } from './sky';
import type { Stage } from './stage';
import { putGround, troupeOf } from './troupe';
import { addRipples, addWater, reflectGroups } from './water';
import { addWeather } from './weather';
import { addTrees } from './woods';

export function composeCity(stage: Stage): void {
  const { frame, unit, horizon } = stage;
  const troupe = troupeOf(stage);
  addSky(stage);
  const street =
    stage.wants('street') ||
    troupe.ground.some((role) => ['car', 'bus', 'bicycle'].includes(role.figureId));
  addSkyline(stage, horizon);
  if (street) {
    addStreet(stage);
    putGround(stage, [...troupe.ground, ...troupe.table], () => horizon + unit * 0.06);
  } else if (
    troupe.ground.length === 0 ||
    stage.wants('river') ||
    stage.wants('harbour') ||
    troupe.afloat.length > 0
  ) {
    const standing = stage.groups.filter((group) => group.plane !== 'backdrop');
    const top = horizon + unit * 0.075;
    addWater(stage, top, frame.height, 'river');
    reflectGroups(stage, standing, top, 0.5);
    addRipples(stage, top, frame.height);
    putAfloat(stage, troupe.afloat, top, frame.height, troupe.riders);
    if (troupe.ground.length > 0) addShore(stage, troupe.ground);
  } else {
    const profile = simpleLand(stage, stage.snowy ? hex('#e6ecf2') : hex('#8f8a80'));
    addTrees(stage, profile);
    putGround(stage, [...troupe.ground, ...troupe.table], profile);
  }
  putFliers(stage, [...troupe.air, ...troupe.water]);
  addWeather(stage);
}

export function composeSpace(stage: Stage): void {
  const { unit, frame } = stage;
  const troupe = troupeOf(stage);
  const standing = stage.wants('planet') || troupe.ground.length > 0;
  addSpace(stage, standing);
  if (standing) {
    const ground = groundColour({ ...stage, wants: (id) => id === 'planet' || stage.wants(id) });
    const local = mix(ground, hex('#9a94a8'), stage.wants('planet') ? 0.2 : 0.55);
    const lit = { ...stage, grade: (colour: Colour): Colour => mix(colour, [24, 24, 58], 0.34) };
    addMountains(
      { ...lit, horizon: frame.height * 0.74 },
      frame.height * 0.76,
      frame.height * 0.2,
      0.5,
      local,
      0,
    );
    const profile = rolling(stage, frame.height * 0.76, unit * 0.03, unit * 0.7, 3);
    addGround({ ...lit, horizon: frame.height * 0.74 }, profile, local);
    const shapes: Shape[] = [];
    const random = stage.random.fork('craters');
    for (let index = 0; index < 9; index += 1) {
      const x = frame.width * random.next();
      shapes.push(
        ...rock(
          { ...lit, snowy: false },
          random,
          x,
          profile(x) + unit * random.between(0.03, 0.24),
          unit * random.between(0.012, 0.045),
          0.9,
          shift(local, { light: -0.08 }),
        ),
      );
    }
    stage.add('boulders', 'middle', 0.6, shapes);
    putGround(
      { ...stage, horizon: frame.height * 0.74 },
      [...troupe.ground, ...troupe.table],
      profile,
    );
  }
  putFliers({ ...stage, kind: 'sky' }, [...troupe.air, ...troupe.water, ...troupe.afloat]);
}

export function composeUnderwater(stage: Stage): void {
  const { frame } = stage;
  const troupe = troupeOf(stage);
  addUnderwater(stage);
  const swimmers = [...troupe.water, ...troupe.air, ...troupe.afloat];
  const floor = troupe.ground;
  putFliers({ ...stage, kind: 'sky', horizon: frame.height }, swimmers);
  putGround(
    { ...stage, horizon: frame.height * 0.8 },
    [...floor, ...troupe.table],
    () => frame.height * 0.86,
  );
  addBubbles(stage);
}

export function composeSky(stage: Stage): void {
  const { frame } = stage;
  const troupe = troupeOf(stage);
  addSky({ ...stage, horizon: frame.height * 0.85, add: stage.add });
  addCloudSea(stage);
  putFliers({ ...stage, kind: 'sky' }, [
    ...troupe.air,
    ...troupe.ground,
    ...troupe.water,
    ...troupe.afloat,
    ...troupe.table,
  ]);
  addWeather(stage);
}
