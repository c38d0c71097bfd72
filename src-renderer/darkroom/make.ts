import { assertNever } from '../../src-shared/assert-never';
import type { Bench, Made, MakeOrder } from './maker';
import { paintPicture } from './paint-picture';

/** Has what an order asks for made by whoever makes such things; the large makers are loaded when first needed. */
export async function make({ request }: MakeOrder, bench: Bench): Promise<Made> {
  switch (request.tool) {
    case 'image':
    case 'topic-to-video':
    case 'helper-visual':
      return paintPicture(request, bench);
    case 'edit': {
      if (request.action.kind === 'enlarge') {
        const { enlarge } = await import('./refine/enlarge');
        return enlarge(request, bench);
      }
      const { edit } = await import('./edit/edit');
      return edit(request, bench);
    }
    case 'video':
    case 'image-to-video': {
      const { film } = await import('./motion/film');
      return film(request, bench);
    }
    case 'assembly': {
      const { assemble } = await import('./assembly/assemble');
      return assemble(request, bench);
    }
    default:
      return assertNever(request);
  }
}
