import { implement } from '@orpc/server';
import type { Tally } from '../../src-renderer/app/bridge';
import { creditsStore } from '../../src-renderer/stores/credits';
import { planStore } from '../../src-renderer/stores/plan';
import { slipStore } from '../../src-renderer/stores/slip';
import { toastStore } from '../../src-renderer/stores/toasts';
import { workspaceStore } from '../../src-renderer/stores/workspace';
import { contract } from '../../src-shared/contract/contract';
import type { OrderRecord } from '../../src-shared/contract/plan';
import { serveScreens } from './page-client';
import { reset } from './page-stores';
import { openTestStudio, removeFolder, type TestStudio } from './test-studio';

type Order = Parameters<Tally['plan']['order']>[0];
type Start = Omit<Parameters<Tally['workspace']['begin']>[0], 'timeZone'>;

/** The screens of the plan before a real studio, over a real port. */
export type PagePlan = TestStudio & {
  /** What the page asked to be ordered, in its order. */
  readonly asked: Order[];
  /** Every order that was placed, the newest first. */
  placed(): Promise<readonly OrderRecord[]>;
  /** The next order is placed, but its answer is lost on the way. */
  loseNextAnswer(): void;
  close(): Promise<void>;
};

/** Begins a workspace in UTC and fills the page's stores, as its session would. */
export async function openPagePlan(start: Start): Promise<PagePlan> {
  const test = await openTestStudio();
  const { client } = test;
  const asked: Order[] = [];
  let losing = false;
  const { plan } = implement(contract);
  serveScreens({
    plan: {
      state: plan.state.handler(() => client.plan.state()),
      preview: plan.preview.handler(({ input }) => client.plan.preview(input)),
      workAs: plan.workAs.handler(({ input }) => client.plan.workAs(input)),
      order: plan.order.handler(async ({ input }) => {
        asked.push(input);
        const ordered = await client.plan.order(input);
        if (!losing) return ordered;
        losing = false;
        throw new Error('the answer was lost');
      }),
    },
  });
  reset(planStore);
  reset(slipStore);
  reset(toastStore);
  reset(creditsStore);
  workspaceStore
    .getState()
    .setWorkspace(await client.workspace.begin({ ...start, timeZone: 'UTC' }));
  creditsStore.getState().setBalance(await client.credits.balance());
  planStore.getState().setPlan(await client.plan.state());
  return {
    ...test,
    asked,
    placed: async () => (await client.plan.orders({ before: null, limit: 100 })).orders,
    loseNextAnswer: () => {
      losing = true;
    },
    close: async () => {
      await test.studio.close();
      removeFolder(test.folder);
    },
  };
}
