import { z } from 'zod';
import type { Drafts } from '../../src-shared/contract/drafts';
import { comparisonStore } from '../stores/comparison';
import { draftStore, fieldsOf } from '../stores/draft';
import { mostContenders } from '../stores/draft-fields';
import { keptFields } from '../stores/kept-fields';
import { presetStore, presetsSchema, templatesSchema } from '../stores/presets';
import { tellProblem } from '../stores/toasts';
import { ask, sentenceOf } from './ask';
import { tally } from './bridge';

/** Something of this window that outlives it: how it is written down, read back, and when it has changed. */
type KeptForm = {
  readonly name: string;
  readonly data: () => unknown;
  /** Puts back what can be read of it; the rest stays as it is. */
  readonly restore: (data: unknown) => void;
  readonly onChange: (listener: () => void) => void;
};

const comparisonSchema = z.array(z.uuid()).max(mostContenders);

const forms: readonly KeptForm[] = [
  {
    name: 'create',
    data: () => fieldsOf(draftStore.getState()),
    restore: (data) => {
      const fields = keptFields(data);
      if (fields !== null) draftStore.getState().change(fields);
    },
    onChange: (listener) => draftStore.subscribe(listener),
  },
  {
    name: 'comparison',
    data: () => comparisonStore.getState().batches,
    restore: (data) => {
      const read = comparisonSchema.safeParse(data);
      if (read.success) comparisonStore.getState().show(read.data);
    },
    onChange: (listener) => comparisonStore.subscribe(listener),
  },
  {
    name: 'presets',
    data: () => presetStore.getState().presets,
    restore: (data) => {
      const read = presetsSchema.safeParse(data);
      if (read.success) presetStore.getState().setPresets(read.data);
    },
    onChange: (listener) => presetStore.subscribe(listener),
  },
  {
    name: 'templates',
    data: () => presetStore.getState().templates,
    restore: (data) => {
      const read = templatesSchema.safeParse(data);
      if (read.success) presetStore.getState().setTemplates(read.data);
    },
    onChange: (listener) => presetStore.subscribe(listener),
  },
];

/** So long, in milliseconds, does a form stand still before it is kept. */
const restBeforeKeeping = 250;

/** What the main process has of each form. */
const kept = new Map<string, string>();
/** The forms that could not be kept, so that each is told once and not at every word. */
const unkept = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;
let isKeeping = false;

/** Puts back what stood in the forms when the window was last closed, once, and keeps them from then on. */
export function keepForms(drafts: Drafts): void {
  if (isKeeping) return;
  isKeeping = true;
  for (const { name, restore, data, onChange } of forms) {
    const text = Object.hasOwn(drafts, name) ? drafts[name] : undefined;
    if (text !== undefined) restore(dataIn(text));
    kept.set(name, JSON.stringify(data()));
    onChange(keepSoon);
  }
  // Whoever leaves a field, the window or Tally has done with typing for now.
  for (const leaving of ['focusout', 'blur', 'pagehide'] as const) {
    window.addEventListener(leaving, keepNow);
  }
}

function keepSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(keepNow, restBeforeKeeping);
}

function keepNow(): void {
  clearTimeout(timer);
  for (const { name, data } of forms) {
    const text = JSON.stringify(data());
    if (kept.get(name) === text) continue;
    kept.set(name, text);
    void keep(name, text);
  }
}

async function keep(form: string, text: string): Promise<void> {
  const answer = await ask(tally().drafts.keep({ form, text }));
  if (answer.kind === 'answered') {
    unkept.delete(form);
    return;
  }
  kept.delete(form);
  console.error('a form could not be kept:', sentenceOf(answer));
  if (unkept.has(form)) return;
  unkept.add(form);
  tellProblem(
    `What stands in the form could not be kept for the next start. ${sentenceOf(answer)}`,
  );
}

function dataIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    console.error('a kept form could not be read', error);
    return null;
  }
}
