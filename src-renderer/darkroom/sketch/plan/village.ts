import { figures } from '../figures/figures';
import { putFigure } from './cast';
import type { Profile } from './ridges';
import type { Stage } from './stage';

export function addVillage(stage: Stage, profile: Profile): void {
  const random = stage.random.fork('village');
  const { frame, unit } = stage;
  const ids = stage.wants('farm')
    ? (['barn', 'cottage', 'windmill'] as const)
    : (['house', 'cottage', 'house', 'church', 'house', 'cottage'] as const);
  const count = stage.wants('village') ? 7 : 2;
  for (let index = 0; index < count; index += 1) {
    const id = ids[index % ids.length] ?? 'house';
    const x = stage.focus[0] + frame.width * random.between(-0.3, 0.3);
    const role = {
      subject: { id, count: 1, colours: [], size: undefined, word: id },
      figureId: id,
      figure: figureOf(id),
      leading: false,
      company: 1,
    };
    const share = random.between(0.0, 0.09);
    putFigure(stage, random, role, {
      x,
      y: profile(x) + (frame.height - profile(x)) * share + unit * 0.015,
      height: unit * (id === 'church' ? 0.2 : 0.12) * (0.9 + share * 2),
      depth: 0.62 + share,
      flip: random.chance(0.5),
      plane: 'middle',
      shadow: true,
    });
  }
  stage.drawn.add(stage.wants('village') ? 'village' : 'farm');
}

function figureOf(id: 'barn' | 'cottage' | 'windmill' | 'house' | 'church') {
  return figures[id];
}
