import { assertNever } from '../../src-shared/assert-never';
import type { ChatForm } from '../../src-shared/chat/form';
import { clipSizes } from '../../src-shared/jobs/clip-request';
import { program } from './text';

/** The command that makes what a prepared form asks for; what stands in capitals is still to be named. */
export function commandOfForm(form: ChatForm): string {
  return [program, ...wordsOf(form)].join(' ');
}

function wordsOf(form: ChatForm): string[] {
  const { prompt } = form;
  switch (form.tool) {
    case 'image': {
      const size = ['--size', `${form.width}x${form.height}`];
      return worded(['generate'], prompt, [...lookOf(form), ...size]);
    }
    case 'video':
      return worded(['video'], prompt, [...lookOf(form), ...clipOf(form)]);
    case 'image-to-video': {
      const first = ['--first', 'PICTURE'];
      return worded(['video'], prompt, [...first, ...lookOf(form), ...clipOf(form)]);
    }
    case 'edit':
      return editOf(form);
    case 'storyboard': {
      const topic = prompt === '' ? 'TOPIC' : quoted(prompt);
      return ['storyboard', 'new', '--topic', topic];
    }
    default:
      return assertNever(form.tool);
  }
}

/** The prompt behind what it belongs to; one that looks like an option goes behind `--`. */
function worded(command: string[], prompt: string, options: string[]): string[] {
  if (prompt === '') return [...command, 'PROMPT', ...options];
  if (prompt.startsWith('-')) return [...command, ...options, '--', quoted(prompt)];
  return [...command, quoted(prompt), ...options];
}

function lookOf({ count, style, model, quality, negativePrompt }: ChatForm): string[] {
  const negative = negativePrompt === '' ? [] : ['--negative', quoted(negativePrompt)];
  const look = ['--style', style, '--model', model, '--quality', quality, ...negative];
  return count === 1 ? look : ['--count', String(count), ...look];
}

function clipOf({ width, height, seconds, format }: ChatForm): string[] {
  const size = clipSizes.find((each) => each.width === width && each.height === height);
  const sizes = size === undefined ? [] : ['--size', size.name, '--ratio', size.ratio];
  return ['--seconds', String(seconds), ...sizes, '--format', format ?? 'mp4'];
}

function editOf(form: ChatForm): string[] {
  const { model, quality, edit, factor } = form;
  const by = ['--model', model, '--quality', quality];
  switch (edit) {
    case 'enlarge':
      return ['refine', 'PICTURE', '--factor', String(factor ?? 2), ...by];
    case 'inside':
      return worded(['edit', 'PICTURE'], form.prompt, ['--inside', '--mask', 'MASK', ...by]);
    case 'extend':
      return ['edit', 'PICTURE', '--extend', '256', ...by];
    case 'restyle':
    case 'vary':
      return ['edit', 'PICTURE', `--${edit}`, '--style', form.style, ...by];
    case null:
      return ['edit', 'PICTURE', ...by];
    default:
      return assertNever(edit);
  }
}

/** A text as one word of a command line, whatever stands in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
