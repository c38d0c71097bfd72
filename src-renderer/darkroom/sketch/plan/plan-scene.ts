import type { Colour } from '../core/colour';
import type { Reading } from '../reading/reading';
import { addAbstract } from './abstract';
import { composeCity, composeSky, composeSpace, composeUnderwater } from './compose-elsewhere';
import { composeFlowers, composeForest, composeLand } from './compose-land';
import { composeSea } from './compose-sea';
import { groundColour } from './ground';
import { addPortrait } from './portrait';
import type { Frame, Scene, SceneKind } from './scene';
import { kindOf, withHabitat } from './scene-kind';
import { openStage, type Stage } from './stage';
import { addStillLife } from './still-life';

/** Composes a scene from a reading: the same reading, frame and seed give the same scene. */
export function planScene(asked: Reading, frame: Frame, seed: number): Scene {
  const reading = withHabitat(asked);
  const kind = kindOf(reading);
  const stage = openStage(reading, kind, frame, seed);
  composers[kind](stage);
  return {
    kind,
    frame,
    groups: stage.groups,
    light: stage.light,
    palette: paletteOf(stage),
    dark: stage.air.dark || kind === 'space',
    drawn: [...stage.drawn],
  };
}

function paletteOf(stage: Stage): readonly [Colour, ...Colour[]] {
  const { sky, haze, sun } = stage.air;
  return [
    sky[1],
    sky[3],
    haze,
    stage.grade(groundColour(stage), 0.9),
    sun,
    ...stage.reading.colours,
  ];
}

const composers: Readonly<Record<SceneKind, (stage: Stage) => void>> = {
  abstract: addAbstract,
  'still life': addStillLife,
  portrait: addPortrait,
  space: composeSpace,
  underwater: composeUnderwater,
  sky: composeSky,
  sea: composeSea,
  city: composeCity,
  forest: composeForest,
  flowers: composeFlowers,
  mountains: composeLand,
  landscape: composeLand,
};
