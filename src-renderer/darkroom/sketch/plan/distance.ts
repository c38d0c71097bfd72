import { hex, mix, shift } from '../core/colour';
import { groundColour, rock } from './ground';
import { addHills, addMountains, addVolcano, landShape, rolling } from './ridges';
import type { Shape } from './scene';
import type { Stage } from './stage';
import { leafColour } from './tree-kinds';
import { treeline } from './trees';
import { chosenTree } from './woods';

/** What stands behind the near ground. */
export function addDistance(stage: Stage): void {
  const { unit, horizon } = stage;
  const random = stage.random.fork('distance');
  const ground = groundColour(stage);
  if (stage.wants('volcano')) addVolcano(stage, horizon + unit * 0.06, unit * 0.46);
  else if (stage.wants('canyon')) addMesas(stage);
  else if (stage.wants('mountains') || stage.kind === 'mountains') {
    const rock = hex(random.pick(['#7d8088', '#8a7d78', '#6f7a86', '#93867a']));
    const snow = stage.snowy
      ? 0.7
      : stage.wants('desert') || stage.reading.season === 'summer'
        ? 0.16
        : 0.34;
    addMountains(stage, horizon + unit * 0.02, horizon * 0.5, 0.22, rock, snow);
    addMountains(
      stage,
      horizon + unit * 0.05,
      horizon * random.between(0.6, 0.74),
      0.44,
      rock,
      snow,
    );
  } else if (stage.wants('arctic')) addIcebergs(stage);
  else if (
    !stage.wants('planet') &&
    random.chance(0.35) &&
    !stage.wants('desert') &&
    !stage.wants('minimal')
  )
    addMountains(
      stage,
      horizon + unit * 0.03,
      horizon * random.between(0.22, 0.34),
      0.2,
      hex('#7f8a96'),
      stage.snowy ? 0.7 : 0.25,
    );
  const from = horizon - unit * (stage.kind === 'mountains' ? 0.01 : 0.07);
  const hills = stage.wants('minimal') ? 1 : stage.wants('desert') ? 3 : random.whole(2, 4);
  if (!stage.wants('arctic'))
    addHills(
      stage,
      from,
      horizon + unit * 0.05,
      hills,
      stage.wants('desert') ? ground : mix(ground, hex('#5f8a5f'), stage.snowy ? 0.15 : 0.4),
    );
  if (
    !stage.wants('desert') &&
    !stage.wants('minimal') &&
    !stage.wants('arctic') &&
    !stage.wants('planet') &&
    !stage.reading.excluded.has('tree') &&
    random.chance(0.75)
  ) {
    const leaf = stage.snowy ? hex('#5f7480') : leafColour(stage, random);
    const line = rolling(stage, horizon + unit * 0.045, unit * 0.02, unit * 0.6, 4);
    stage.add('treeline', 'far', 0.5, [
      treeline(
        stage,
        random,
        line,
        unit * 0.055,
        stage.grade(leaf, 0.5),
        chosenTree(stage) === 'pine',
      ),
    ]);
  }
}

function addMesas(stage: Stage): void {
  const random = stage.random.fork('mesas');
  const { frame, unit, horizon } = stage;
  for (let row = 0; row < 3; row += 1) {
    const local = shift(hex('#b5583a'), { light: random.between(-0.03, 0.05) });
    const depth = 0.2 + row * 0.17;
    const steps: (readonly [number, number])[] = [];
    let x = -0.1;
    while (x < frame.width + 0.1) {
      const high = random.chance(0.5);
      const wide = unit * random.between(0.08, 0.26);
      const y =
        horizon - (high ? horizon * random.between(0.2, 0.42) * (1 - row * 0.22) : -unit * 0.02);
      steps.push([x, y], [x + wide, y + unit * 0.004]);
      x += wide + unit * 0.025;
    }
    const colour = stage.grade(local, depth);
    stage.add('mesa', 'far', depth, [
      {
        ...landShape(
          stage,
          () => horizon,
          colour,
          mix(colour, stage.air.haze, 0.35),
          unit * 0.3,
          'rock',
        ),
        rings: [[...steps, [frame.width + 0.2, frame.height], [-0.2, frame.height]]],
      },
    ]);
  }
  stage.drawn.add('canyon');
}

export function addIcebergs(stage: Stage): void {
  const random = stage.random.fork('icebergs');
  const { frame, unit, horizon } = stage;
  addMountains(
    stage,
    horizon + unit * 0.02,
    horizon * random.between(0.22, 0.36),
    0.3,
    hex('#a9c3d6'),
    0.9,
  );
  const shapes: Shape[] = [];
  for (let index = 0; index < 5; index += 1)
    shapes.push(
      ...rock(
        stage,
        random,
        frame.width * random.next(),
        horizon + unit * 0.05,
        unit * random.between(0.05, 0.13),
        0.6,
        hex('#cfe2ee'),
      ),
    );
  stage.add('iceberg', 'far', 0.5, shapes);
  stage.drawn.add('ice');
}
