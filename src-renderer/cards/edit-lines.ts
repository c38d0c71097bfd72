import { qualities, type ToolId } from '../../src-shared/billing/card/rate-card';
import type { CardDraft, DraftLists, DraftOffer, DraftPrice, Lines, ListName } from './card-draft';
import { keptLines } from './draft-data';
import { missingPrices } from './missing-prices';
import { freeId } from './next-version';

/** The draft with something else in one of its lines. */
export function changeLine<Name extends ListName>(
  draft: CardDraft,
  list: Name,
  key: string,
  change: Partial<DraftLists[Name]>,
): CardDraft {
  const { [list]: lines }: Lines = draft;
  return {
    ...draft,
    [list]: lines.map((line) => (line.key === key ? { ...line, ...change } : line)),
  };
}

/** The draft with one more line, and the key of that line. */
export type Added = { readonly draft: CardDraft; readonly key: string };

function addLine<Name extends ListName>(
  draft: CardDraft,
  list: Name,
  line: Omit<DraftLists[Name], 'key' | 'removed' | 'fresh'>,
): Added {
  const { [list]: lines }: Lines = draft;
  // Removed lines stay in the list, so its length was never a key before.
  const key = `new-${lines.length}`;
  return {
    key,
    draft: { ...draft, [list]: [...lines, { ...line, key, removed: false, fresh: true }] },
  };
}

/** What a price line is for. */
type Thing = Pick<DraftPrice, 'model' | 'quality'>;

/** Adds a price for a tool: for what was asked, else for what has no price of its own yet. */
export function addPrice(draft: CardDraft, tool: ToolId, thing: Thing | null = null): Added {
  const ofTool = keptLines(draft.prices).filter((price) => price.tool === tool);
  const unit = ofTool[0]?.unit ?? (tool.includes('video') ? 'second' : 'image');
  const line = {
    tool,
    ...(thing ?? openThing(draft, tool)),
    credits: '1',
    per: '1',
    unit,
    cost: '',
  };
  return addLine(draft, 'prices', line);
}

/** The first thing that a tool can be used with and that no line is for. */
function openThing(draft: CardDraft, tool: ToolId): Thing {
  const missing = missingPrices(draft).find((each) => each.tool === tool);
  if (missing !== undefined) return { model: missing.model, quality: missing.quality };
  const lines = keptLines(draft.prices).filter((price) => price.tool === tool);
  const isOpen = ({ model, quality }: Thing) =>
    !lines.some((line) => line.model === model && line.quality === quality);
  const models = keptLines(draft.models).filter(({ tools }) => tools.includes(tool));
  const things = models.flatMap(({ id, qualities: offered }): Thing[] => [
    { model: id, quality: null },
    ...qualities
      .filter((each) => offered.includes(each))
      .map((quality) => ({ model: id, quality })),
  ]);
  return things.find(isOpen) ?? { model: null, quality: null };
}

/** A plan that grants 100 credits a month for nothing yet named. */
export function addPlan(draft: CardDraft): Added {
  const id = freeId('plan', idsOf(draft.plans));
  const offer: DraftOffer = {
    offered: true,
    contract: false,
    credits: '100',
    everyMonths: 1,
    price: '',
  };
  return addLine(draft, 'plans', {
    id,
    name: 'New plan',
    kind: 'paid',
    perSeat: false,
    monthly: offer,
    annual: { ...offer, offered: false },
    rollover: { kind: 'none', credits: '', cycles: '' },
  });
}

export function addAddOn(draft: CardDraft): Added {
  return addLine(draft, 'addOns', {
    id: freeId('unit', idsOf(draft.addOns)),
    name: 'New unit',
    plans: keptLines(draft.plans)
      .filter(({ kind }) => kind === 'paid')
      .map(({ id }) => id),
    credits: '100',
    price: '',
    wallet: 'seat',
  });
}

export function addPack(draft: CardDraft): Added {
  return addLine(draft, 'packs', {
    id: freeId('pack', idsOf(draft.packs)),
    name: 'New pack',
    credits: '100',
    price: '',
    wallet: 'seat',
    onlyWhenUsedUp: true,
    rollover: { kind: 'none', credits: '', cycles: '' },
  });
}

/** A model for pictures; without prices of its own it takes those that hold for every model. */
export function addModel(draft: CardDraft): Added {
  const [tool] = draft.tools;
  return addLine(draft, 'models', {
    id: freeId('model', idsOf(draft.models)),
    name: 'New model',
    description: 'What it is good for.',
    tools: tool === undefined ? [] : [tool.id],
    qualities: ['basic'],
    merit: '3',
    longestSide: '1024',
  });
}

/** Removed lines can be put back, so their ids stay taken. */
function idsOf(lines: readonly { readonly id: string }[]): string[] {
  return lines.map(({ id }) => id);
}
