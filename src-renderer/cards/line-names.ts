import type { Quality, ToolId } from '../../src-shared/billing/card/rate-card';
import { qualityNames } from './card-words';

type Named = { readonly id: string; readonly name: string };
type Names = { readonly tools: readonly Named[]; readonly models: readonly Named[] };
type Thing = {
  readonly model?: string | null | undefined;
  readonly quality?: Quality | null | undefined;
};

/** What a price line is for, within its tool: a model and a quality, or all of them. */
export function thingName({ models }: Names, { model, quality }: Thing): string {
  const name = model == null ? 'Every model' : nameOf(models, model);
  return quality == null ? name : `${name}, ${qualityNames[quality]}`;
}

/** What a price line is for, tool and all: «Image · Studio, premium». */
export function lineName(names: Names, line: Thing & { readonly tool: ToolId }): string {
  return `${nameOf(names.tools, line.tool)} · ${thingName(names, line)}`;
}

function nameOf(items: readonly Named[], id: string): string {
  return items.find((item) => item.id === id)?.name ?? id;
}
