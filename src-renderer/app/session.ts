import { applyEvent } from '../stores/apply-event';
import { creditsStore } from '../stores/credits';
import { draftStore } from '../stores/draft';
import { galleryStore } from '../stores/gallery';
import { queueStore } from '../stores/queue';
import { settingsStore } from '../stores/settings';
import { workspaceStore } from '../stores/workspace';
import { ask, sentenceOf } from './ask';
import { openBridge, type Tally } from './bridge';
import { keepForms } from './keep-forms';

/** How many pictures a page of the gallery has, and how many ended jobs the queue starts with. */
export const galleryPage = 100;
const endedJobs = 50;
const retryAfter = 1000;

/** Connects to the main process and keeps the stores true to it; connects again when that breaks. */
export async function followTally(): Promise<never> {
  for (;;) {
    const problem = await followOnce();
    draftStore.getState().giveUp();
    workspaceStore.getState().setConnection({ kind: 'lost', problem });
    await new Promise((resolve) => setTimeout(resolve, retryAfter));
  }
}

/** One connection, from its first call to its end; answers with the sentence on why it ended. */
async function followOnce(): Promise<string> {
  const client = openBridge();
  // Subscribed before anything is read, so that no change can fall between the two.
  const subscription = await ask(client.events.subscribe());
  if (subscription.kind !== 'answered') return sentenceOf(subscription);
  const problem = await loadAll(client);
  if (problem !== null) return problem;
  workspaceStore.getState().setConnection({ kind: 'open' });
  try {
    for await (const event of subscription.value) {
      applyEvent(event);
      // The workspace may be begun here or from a terminal; until then there was no queue to read.
      if (event.kind === 'workspace-changed' && !queueStore.getState().loaded) {
        const missing = await loadBegun(client);
        if (missing !== null) return missing;
      }
    }
  } catch (error) {
    console.error('the stream of events broke', error);
  }
  return 'The connection to Tally was lost. It is being opened again.';
}

/** Fills the stores with what is true now; answers with a sentence when that is not to be had. */
async function loadAll(client: Tally): Promise<string | null> {
  const [state, cards, settings, engines, drafts] = await Promise.all([
    ask(client.workspace.state()),
    ask(client.workspace.cards()),
    ask(client.settings.read()),
    ask(client.engines.list()),
    ask(client.drafts.read()),
  ]);
  if (settings.kind === 'answered') settingsStore.getState().set(settings.value);
  if (state.kind !== 'answered') return sentenceOf(state);
  if (cards.kind !== 'answered') return sentenceOf(cards);
  if (engines.kind !== 'answered') return sentenceOf(engines);
  if (state.value.kind === 'begun') {
    const problem = await loadBegun(client);
    if (problem !== null) return problem;
  }
  // Before the card is adopted, so that what was kept is made to fit it.
  if (drafts.kind === 'answered') keepForms(drafts.value.drafts);
  const workspace = workspaceStore.getState();
  workspace.setCards(cards.value.cards, cards.value.unusable);
  workspace.setEngines(engines.value.engines);
  workspace.setWorkspace(state.value);
  return null;
}

async function loadBegun(client: Tally): Promise<string | null> {
  const [balance, queue, gallery] = await Promise.all([
    ask(client.credits.balance()),
    ask(client.jobs.queue({ ended: endedJobs })),
    ask(client.gallery.list({ after: null, limit: galleryPage })),
  ]);
  if (balance.kind !== 'answered') return sentenceOf(balance);
  if (queue.kind !== 'answered') return sentenceOf(queue);
  if (gallery.kind !== 'answered') return sentenceOf(gallery);
  creditsStore.getState().setBalance(balance.value);
  queueStore.getState().load(queue.value);
  galleryStore.getState().load(gallery.value);
  return null;
}
