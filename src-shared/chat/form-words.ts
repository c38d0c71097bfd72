import { assertNever } from '../assert-never';
import type { RateCard } from '../billing/card/rate-card';
import type { EditKind } from '../jobs/edit-request';
import { sketchStyles } from '../jobs/sketch-styles';
import { type ChatForm, outputsOfForm } from './form';
import { numberWord } from './numbers';

const editWords: Readonly<Record<EditKind, string>> = {
  restyle: 'Restyling a picture',
  vary: 'A variation of a picture',
  inside: 'Painting inside a part of a picture',
  extend: 'Extending a picture',
  enlarge: 'Enlarging a picture',
};

/** A form in a phrase: «Four watercolour pictures of «a fox» with Swift (basic), 1024 × 1024». */
export function formWords(card: RateCard, form: ChatForm): string {
  const model = card.models.find(({ id }) => id === form.model)?.name ?? form.model;
  const by = `with ${model} (${form.quality})`;
  const size = `${form.width} × ${form.height}`;
  const of = form.prompt === '' ? '' : ` of «${form.prompt}»`;
  const without = form.negativePrompt === '' ? '' : `, without ${form.negativePrompt}`;
  switch (form.tool) {
    case 'image': {
      const count = outputsOfForm(form);
      const noun = count === 1 ? 'picture' : 'pictures';
      return `${capital(numberWord(count))} ${styleOf(form)} ${noun}${of} ${by}, ${size}${without}`;
    }
    case 'video':
    case 'image-to-video': {
      const count = outputsOfForm(form);
      const noun = count === 1 ? 'clip' : 'clips';
      const from = form.tool === 'image-to-video' ? ' from a picture' : '';
      return `${capital(numberWord(count))} ${noun} of ${form.seconds} s${from}${of === '' ? '' : `, «${form.prompt}»`} ${by}, ${size}, ${form.format?.toUpperCase()}${without}`;
    }
    case 'edit': {
      const times = form.factor === null ? '' : ` ${form.factor} times`;
      const style = form.edit === 'restyle' ? ` in ${styleOf(form)}` : '';
      return `${editWords[form.edit ?? 'restyle']}${times}${style} ${by}`;
    }
    case 'storyboard':
      return `A storyboard${form.prompt === '' ? '' : ` about «${form.prompt}»`} with ${form.count} ${form.quality} ${form.count === 1 ? 'visual' : 'visuals'} (${model})`;
    default:
      return assertNever(form.tool);
  }
}

function styleOf({ style }: ChatForm): string {
  return (sketchStyles.find(({ id }) => id === style)?.name ?? style).toLowerCase();
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
