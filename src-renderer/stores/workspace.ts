import { create } from 'zustand';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { EngineListing } from '../../src-shared/contract/engines';
import type { WorkspaceState } from '../../src-shared/contract/workspace';
import type { Refusal } from '../../src-shared/refusal';
import { draftStore } from './draft';

type Connection =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open' }
  | { readonly kind: 'lost'; readonly problem: string };

type WorkspaceStore = {
  readonly connection: Connection;
  /** Null until the main process has said. */
  readonly workspace: WorkspaceState | null;
  readonly cards: readonly RateCard[];
  /** Why a person's own card can't be used. */
  readonly unusableCards: readonly Refusal[];
  readonly engines: readonly EngineListing[];
  setConnection: (connection: Connection) => void;
  setWorkspace: (workspace: WorkspaceState) => void;
  setCards: (cards: readonly RateCard[], unusableCards: readonly Refusal[]) => void;
  setEngines: (engines: readonly EngineListing[]) => void;
};

/** What the page knows of the workspace, its rate card and its engines: copies from the main process. */
export const workspaceStore = create<WorkspaceStore>()((set) => ({
  connection: { kind: 'opening' },
  workspace: null,
  cards: [],
  unusableCards: [],
  engines: [],
  setConnection: (connection) => set({ connection }),
  setWorkspace: (workspace) => {
    if (workspace.kind === 'begun') draftStore.getState().adoptCard(workspace.card);
    set({ workspace });
  },
  setCards: (cards, unusableCards) => set({ cards, unusableCards }),
  setEngines: (engines) => set({ engines }),
}));

/** The workspace once it has begun; every screen behind the welcome may rely on it. */
export function useBegun(): Extract<WorkspaceState, { kind: 'begun' }> {
  const workspace = workspaceStore((store) => store.workspace);
  if (workspace?.kind !== 'begun') throw new Error('this screen needs a workspace that has begun');
  return workspace;
}
