import type { DraftFields } from '../stores/draft-fields';
import type { Preset } from '../stores/presets';

/** The form with a preset in it: its style, size and words, instead of those of the preset that was there. */
export function withPreset(
  fields: DraftFields,
  preset: Preset,
  known: readonly Preset[],
): DraftFields {
  const prompt = withoutEnding(
    fields.prompt,
    known.map(({ words }) => words),
  );
  const negativePrompt = withoutEnding(
    fields.negativePrompt,
    known.map(({ without }) => without),
  );
  const { style, width, height } = preset;
  return {
    ...fields,
    style,
    width,
    height,
    prompt: withEnding(prompt, preset.words),
    negativePrompt: withEnding(negativePrompt, preset.without),
  };
}

/** The preset that the form holds; null where it holds none as it is. */
export function presetIn(fields: DraftFields, known: readonly Preset[]): Preset | null {
  const holds = ({ style, words, width, height }: Preset) =>
    style === fields.style &&
    width === fields.width &&
    height === fields.height &&
    endsWith(fields.prompt, words);
  return known.find(holds) ?? null;
}

function endsWith(text: string, words: string): boolean {
  return words === '' || text === words || text.endsWith(`, ${words}`);
}

function withEnding(text: string, words: string): string {
  if (endsWith(text, words)) return text;
  return text.trim() === '' ? words : `${text}, ${words}`;
}

function withoutEnding(text: string, endings: readonly string[]): string {
  const ending = endings.find((words) => words !== '' && endsWith(text, words));
  if (ending === undefined) return text;
  return text === ending ? '' : text.slice(0, -`, ${ending}`.length);
}
