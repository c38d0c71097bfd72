import { createContext, useContext } from 'react';
import type { CardRef } from '../../../src-shared/billing/plan/plan-terms';
import type { CardDraft } from '../card-draft';
import type { DraftFaults } from '../check-draft';
import type { DraftMargins } from '../draft-margins';

/** What every field of the editor goes by. */
export type EditorContext = {
  readonly draft: CardDraft;
  readonly known: readonly CardRef[];
  readonly faults: DraftFaults;
  readonly margins: DraftMargins;
};

export const editorContext = createContext<EditorContext | null>(null);

export function useEditor(): EditorContext {
  const context = useContext(editorContext);
  if (context === null) throw new Error('this field needs the card editor around it');
  return context;
}

/** What is wrong with the field at a place; null where nothing is. */
export function useFault(place: string): string | null {
  return useEditor().faults.get(place) ?? null;
}

/** The faults of a line or a part of one, with their places. */
export function faultsAt(faults: DraftFaults, place: string): (readonly [string, string])[] {
  return [...faults].filter(([each]) => each === place || each.startsWith(`${place}.`));
}
