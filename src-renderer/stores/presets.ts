import { z } from 'zod';
import { create } from 'zustand';
import { longestPrompt, styleIds } from '../../src-shared/jobs/look';

const name = z.string().trim().min(1).max(60);

const presetSchema = z.strictObject({
  id: z.string().max(64),
  name,
  style: z.string().refine((id) => styleIds.some((known) => known === id)),
  /** Words that the prompt ends with. */
  words: z.string().max(longestPrompt),
  /** Words of what is left out. */
  without: z.string().max(longestPrompt),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
});
/** A way of painting with a name: a style, words that go with it, and a size in pixels. */
export type Preset = Readonly<z.output<typeof presetSchema>>;

const templateSchema = z.strictObject({
  id: z.string().max(64),
  name,
  /** With blanks such as `[subject]`. */
  prompt: z.string().min(1).max(longestPrompt),
});
/** A prompt with blanks and a name. */
export type Template = Readonly<z.output<typeof templateSchema>>;

/** So many of one's own are kept of each. */
export const mostKept = 40;
export const presetsSchema = z.array(presetSchema).max(mostKept);
export const templatesSchema = z.array(templateSchema).max(mostKept);

type PresetStore = {
  /** One's own, in the order in which they were saved. */
  readonly presets: readonly Preset[];
  readonly templates: readonly Template[];
  setPresets: (presets: readonly Preset[]) => void;
  setTemplates: (templates: readonly Template[]) => void;
};

/** The presets and templates that the person saved; those that come with Tally are in `create/built-in.ts`. */
export const presetStore = create<PresetStore>()((set) => ({
  presets: [],
  templates: [],
  setPresets: (presets) => set({ presets: presets.slice(0, mostKept) }),
  setTemplates: (templates) => set({ templates: templates.slice(0, mostKept) }),
}));
