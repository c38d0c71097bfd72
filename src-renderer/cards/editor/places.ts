import type { EditorPart } from '../cards-store';
import { cardsStore } from '../cards-store';
import type { DraftFaults } from '../check-draft';

export const editorParts: readonly { readonly id: EditorPart; readonly name: string }[] = [
  { id: 'card', name: 'Card' },
  { id: 'prices', name: 'Prices' },
  { id: 'plans', name: 'Plans' },
  { id: 'offers', name: 'Units and packs' },
  { id: 'models', name: 'Tools and models' },
  { id: 'words', name: 'Words' },
];

const parts: Readonly<Record<string, EditorPart>> = {
  prices: 'prices',
  plans: 'plans',
  addOns: 'offers',
  packs: 'offers',
  models: 'models',
  tools: 'models',
  policies: 'words',
};

/** The part of the editor in which a place is. */
export function partOf(place: string): EditorPart {
  return parts[place.split('.')[0] ?? ''] ?? 'card';
}

/** How many faults each part has. */
export function countFaults(faults: DraftFaults): ReadonlyMap<EditorPart, number> {
  const counts = new Map<EditorPart, number>();
  for (const place of faults.keys()) {
    const part = partOf(place);
    counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return counts;
}

/** The fault that comes first as one goes through the parts. */
export function firstFault(faults: DraftFaults): string | null {
  for (const { id } of editorParts) {
    const first = [...faults.keys()].find((place) => partOf(place) === id);
    if (first !== undefined) return first;
  }
  return null;
}

/** Puts the focus into the field at a place, or into the nearest thing around it that can have it. */
function focusPlace(place: string): void {
  const steps = place.split('.');
  for (let length = steps.length; length > 0; length -= 1) {
    const element = document.getElementById(steps.slice(0, length).join('.'));
    if (element === null) continue;
    element.focus();
    element.scrollIntoView({ block: 'nearest' });
    return;
  }
}

/** Shows the part of a place and puts the focus there, once it is on the page. */
export function goToPlace(place: string): void {
  cardsStore.getState().showPart(partOf(place));
  requestAnimationFrame(() => focusPlace(place));
}
