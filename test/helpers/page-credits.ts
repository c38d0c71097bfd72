import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import { creditsStore } from '../../src-renderer/stores/credits';
import { galleryStore } from '../../src-renderer/stores/gallery';
import { insightStore } from '../../src-renderer/stores/insight';
import { planStore } from '../../src-renderer/stores/plan';
import { screenStore } from '../../src-renderer/stores/screen';
import { toastStore } from '../../src-renderer/stores/toasts';
import { whatIfStore } from '../../src-renderer/stores/what-if';
import { workspaceStore } from '../../src-renderer/stores/workspace';
import { parseInstant } from '../../src-shared/billing/instant';
import type { StatementLine } from '../../src-shared/contract/credits';
import type { OrderWish } from '../../src-shared/contract/plan';
import { chatNow, quoteOf } from './cards';
import { serveStudio } from './page-client';
import { reset } from './page-stores';
import { foxRequest, openTestStudio, removeFolder, type TestStudio } from './test-studio';

const dayLength = 86_400_000;

/** The screens of Credits before a real studio whose clock goes forward when it is told to. */
export type PageCredits = TestStudio & {
  /** Makes some pictures with the card's quickest model, and waits for them. */
  make(count: number): Promise<void>;
  /** Lets so many days pass. */
  sleep(days: number): Promise<void>;
  order(wish: OrderWish): Promise<void>;
  /** Puts what is true now into the page's stores, as its session would. */
  tellPage(): Promise<void>;
  /** Every entry, the newest first. */
  entries(): Promise<readonly StatementLine[]>;
  close(): Promise<void>;
};

/** A test workspace on ChatNow's plan Plus, 600 credits a month, begun on 31 January 2026 in UTC. */
export async function openPageCredits(): Promise<PageCredits> {
  const test = await openTestStudio({ testClock: parseInstant('2026-01-31T10:00:00Z') });
  const { client, studio } = test;
  serveStudio(studio);
  resetStores();
  const place = { cardId: 'chatnow', planId: 'plus', cadence: 'monthly' } as const;
  await client.workspace.begin({ ...place, timeZone: 'UTC' });
  studio.queue.work();
  const page: PageCredits = {
    ...test,
    make: (count) => makePictures(test, count),
    sleep: async (days) => {
      const { now } = await client.clock.show();
      await client.clock.advance({ to: now + days * dayLength });
    },
    order: async (wish) => {
      await client.plan.order({ orderId: randomUUID(), wish, accepted: null });
    },
    tellPage: async () => {
      workspaceStore.getState().setWorkspace(await client.workspace.state());
      creditsStore.getState().setBalance(await client.credits.balance());
      planStore.getState().setPlan(await client.plan.state());
    },
    entries: async () =>
      (await client.credits.statement({ before: null, limit: 500, jobId: null })).lines,
    close: async () => {
      await studio.close();
      removeFolder(test.folder);
    },
  };
  return page;
}

function resetStores(): void {
  reset(creditsStore);
  reset(planStore);
  reset(insightStore);
  reset(whatIfStore);
  reset(toastStore);
  reset(galleryStore);
  reset(screenStore);
}

async function makePictures({ client, studio }: TestStudio, count: number): Promise<void> {
  const request = { ...foxRequest, model: 'image-swift' };
  const { card, total } = quoteOf(chatNow, {
    model: request.model,
    quality: request.quality,
    count,
  });
  await client.jobs.submit({ batchId: randomUUID(), request, count, accepted: { card, total } });
  const look = () => expect(studio.ports.jobs.unfinished()).toEqual([]);
  await vi.waitFor(look, { timeout: 20_000 });
}
