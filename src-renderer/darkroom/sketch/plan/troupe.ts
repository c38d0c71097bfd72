import { castOf, groundSpots, putFigure, type Role } from './cast';
import type { Profile } from './ridges';
import type { Stage } from './stage';

export type Troupe = {
  readonly ground: Role[];
  readonly air: Role[];
  readonly afloat: Role[];
  readonly water: Role[];
  readonly table: Role[];
  readonly riders: Role[];
};

export function troupeOf(stage: Stage): Troupe {
  const troupe: Troupe = { ground: [], air: [], afloat: [], water: [], table: [], riders: [] };
  for (const role of castOf(stage)) {
    if (role.figureId === 'portrait') continue;
    const home = role.figure.home;
    if (home === 'space') troupe.air.push(role);
    else troupe[home].push(role);
  }
  boardBoats(troupe);
  return troupe;
}

/** Lone people go aboard a rowing boat that is there. */
function boardBoats(troupe: Troupe): void {
  const boats = troupe.afloat.filter((role) => role.figureId === 'rowing boat').length;
  if (boats === 0) return;
  const people = troupe.ground
    .filter((role) => role.figure.material === 'cloth' && role.figureId !== 'tent')
    .slice(0, boats);
  for (const person of people) {
    troupe.ground.splice(troupe.ground.indexOf(person), 1);
    troupe.riders.push(person);
  }
}

export function putGround(stage: Stage, roles: readonly Role[], profile: Profile): void {
  const random = stage.random.fork('put');
  for (const { role, spot } of groundSpots(stage, roles, profile))
    putFigure(stage, random, role, spot);
}
