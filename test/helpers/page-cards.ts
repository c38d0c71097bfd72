import { implement } from '@orpc/server';
import { cardsStore } from '../../src-renderer/cards/cards-store';
import { creditsStore } from '../../src-renderer/stores/credits';
import { screenStore } from '../../src-renderer/stores/screen';
import { toastStore } from '../../src-renderer/stores/toasts';
import { workspaceStore } from '../../src-renderer/stores/workspace';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { contract } from '../../src-shared/contract/contract';
import { serveScreens } from './page-client';
import { reset } from './page-stores';
import { openTestStudio, removeFolder, type TestStudio } from './test-studio';

/** The screen of rate cards before a real studio, over a real port. */
export type PageCards = TestStudio & {
  /** The texts that were asked to be kept, in their order. */
  readonly imported: string[];
  /** The next check is answered only once it is let go. */
  holdNextCheck(): () => void;
  /** The next import is done, but its answer is lost on the way. */
  loseNextAnswer(): void;
  close(): Promise<void>;
};

/** Imports cards, begins a workspace in UTC with a plan of one of them, and fills the page's stores. */
export async function openPageCards(
  cards: readonly RateCard[],
  start: { readonly cardId: string; readonly planId: string },
): Promise<PageCards> {
  const test = await openTestStudio();
  const { client } = test;
  const imported: string[] = [];
  let losing = false;
  let held: Promise<void> | null = null;
  const { cards: procedures } = implement(contract);
  serveScreens({
    cards: {
      list: procedures.list.handler(() => client.cards.list()),
      check: procedures.check.handler(async ({ input }) => {
        const wait = held;
        held = null;
        await wait;
        return client.cards.check(input);
      }),
      import: procedures.import.handler(async ({ input }) => {
        imported.push(input.text);
        const answer = await client.cards.import(input);
        if (!losing) return answer;
        losing = false;
        throw new Error('the answer was lost');
      }),
      export: procedures.export.handler(({ input }) => client.cards.export(input)),
    },
  });
  for (const card of cards) await client.cards.import({ text: JSON.stringify(card) });
  reset(cardsStore);
  reset(screenStore);
  reset(toastStore);
  reset(creditsStore);
  workspaceStore
    .getState()
    .setWorkspace(await client.workspace.begin({ ...start, cadence: 'monthly', timeZone: 'UTC' }));
  creditsStore.getState().setBalance(await client.credits.balance());
  return {
    ...test,
    imported,
    holdNextCheck: () => {
      let letGo: (() => void) | null = null;
      held = new Promise((resolve) => {
        letGo = resolve;
      });
      return () => letGo?.();
    },
    loseNextAnswer: () => {
      losing = true;
    },
    close: async () => {
      await test.studio.close();
      removeFolder(test.folder);
    },
  };
}
