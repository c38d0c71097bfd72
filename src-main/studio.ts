import { randomUUID } from 'node:crypto';
import { isoOf } from '../src-shared/billing/instant';
import type { TallyEvent } from '../src-shared/contract/events';
import type { DataProblem } from '../src-shared/refusal';
import { type RateCards, readRateCards } from './billing-clock/rate-cards';
import type { TestClock } from './billing-clock/test-clock';
import { ChatDesk } from './chat/chat-desk';
import { type ChatStore, prepareChats } from './chat/chat-store';
import { type ModelConnection, openModelConnection } from './chat/model-connection';
import { sealedModelKey } from './chat/model-key';
import type { PrintPdf } from './exports/printed-page';
import { gatherPorts, workspaceChanged } from './gather-ports';
import type { JobPorts } from './jobs/job-ports';
import { JobQueue } from './jobs/job-queue';
import { fillRecipes } from './jobs/recipe-store';
import { fillUsage } from './jobs/recount-usage';
import { type Recovery, recoverJobs } from './jobs/recover-jobs';
import { tidyLibrary } from './jobs/tidy-library';
import { prepareToRead } from './ledger/read-ledger';
import { type BackupShelf, openBackupShelf } from './proof/backup-shelf';
import { type OpenedBooks, openBooks } from './proof/open-books';
import { openProof, type Proof } from './proof/proof';
import { noKeyStore } from './proof/signing-key';
import { findingOf, noticeOf } from './proof/start-finding';
import { EventHub } from './rpc/event-hub';
import { readIdentity } from './store/identity';
import { openStore, problemOf } from './store/open-store';
import type { Database } from './store/sqlite';
import { write } from './store/write';
import { type BoardStore, prepareBoards } from './storyboard/board-store';
import type { BringIn, ReadDocument, Report, SaveDialog, StudioOptions } from './studio-options';
import { watchClock } from './watch-clock';

/** Everything behind the contract: the open ledger, the queue, the clock and who listens. */
export type Studio = {
  readonly dataFolder: string;
  readonly ports: JobPorts;
  readonly queue: JobQueue;
  readonly events: EventHub<TallyEvent>;
  readonly rateCards: RateCards;
  readonly chats: ChatStore;
  readonly chatDesk: ChatDesk;
  readonly languageModel: ModelConnection;
  readonly recovery: Recovery & {
    /** Files that no delivery points to, removed. */
    readonly sweptFiles: number;
  };
  readonly proof: Proof;
  readonly backups: BackupShelf;
  /** Null in a workspace that goes by the computer's clock. */
  readonly testClock: TestClock | null;
  readonly saveDialog: SaveDialog;
  /** Null where nothing can be printed. */
  readonly printPdf: PrintPdf | null;
  readonly report: Report;
  /** Closes Tally and opens it again; null where whoever opened it can't be asked to. */
  readonly startAnew: (() => void) | null;
  /** Makes a PNG of a picture file that a person brought in; null where nothing can. */
  readonly bringIn: BringIn | null;
  /** Reads a document that a person brought in; null where nothing can. */
  readonly readDocument: ReadDocument | null;
  readonly boards: BoardStore;
  /** Tells a window what the start found, once. */
  greet(): void;
  /** Tells everybody how the workspace stands: its plan, its seat, its balance. */
  tellWorkspace(): void;
  /** The computer woke up: does what fell due meanwhile, at once. */
  lookAtClock(): void;
  /** Makes today's backup when there is none yet; one that can't be made is reported and stops nothing. */
  backUp(): Promise<void>;
  close(): Promise<void>;
};

export type OpenedStudio =
  | { readonly kind: 'open'; readonly studio: Studio }
  /** `detail`: what exactly was found, as a sentence. */
  | { readonly kind: 'unusable'; readonly reason: DataProblem; readonly detail?: string };

/** Opens a data folder: ledger first, then what a crash left, then the billing clock's due work. */
export async function openStudio(options: StudioOptions): Promise<OpenedStudio> {
  const store = await openStore(options.dataFolder);
  if (store.kind === 'unusable') return store;
  const { database } = store;
  try {
    const refused = testClockRefused(database, options);
    if (refused) {
      database.close();
      return { kind: 'unusable', reason: 'not-a-test' };
    }
    const events = new EventHub<TallyEvent>();
    const books = await openBooks(...bookOptions(database, options, events));
    if (books.kind === 'open') {
      return { kind: 'open', studio: await assemble(database, options, events, books) };
    }
    database.close();
    return { kind: 'unusable', reason: 'chain-broken', detail: books.message };
  } catch (error) {
    database.close();
    const reason = problemOf(error);
    if (reason === null) throw error;
    return { kind: 'unusable', reason };
  }
}

/** A workspace that has gone by the computer's clock never becomes a test one: its ledger would no longer say which. */
function testClockRefused(database: Database, { testClock }: StudioOptions): boolean {
  if (testClock === undefined || testClock === null) return false;
  const identity = readIdentity(database);
  if (identity !== null) return !identity.testClock;
  return prepareToRead(database).tip() !== null;
}

type Books = Extract<OpenedBooks, { kind: 'open' }>;

async function assemble(
  database: Database,
  options: StudioOptions,
  events: EventHub<TallyEvent>,
  books: Books,
): Promise<Studio> {
  const { dataFolder, report } = options;
  const { keeper, identity } = books;
  const { ports, testClock } = gatherPorts(database, options, identity, (event) => {
    events.publish(event);
    keeper.touch();
  });
  fillRecipes(database);
  fillUsage(database, ports.plans.account().timeZone);
  const recovered = recoverJobs(ports);
  ports.clock.catchUp();
  const tidied = await tidyLibrary(ports, books.judged.kind === 'older');
  if (books.judged.kind === 'older' && tidied.complete) await keeper.settled();
  keeper.touch();
  const atStart = findingOf(books.judged, tidied);
  const queue = new JobQueue(ports);
  const tellWorkspace = () => events.publish(workspaceChanged(ports));
  const watch = watchClock(ports, queue, tellWorkspace);
  const now = () => options.clock.now();
  const { workspaceId } = identity;
  const backups = openBackupShelf({ database, dataFolder, workspaceId, keeper, now });
  return {
    dataFolder,
    ports,
    queue,
    events,
    recovery: { ...recovered, sweptFiles: tidied.sweptFiles },
    proof: openProof({ ...books, database, atStart, now }),
    backups,
    testClock,
    rateCards: readRateCards(dataFolder),
    ...openChat(ports, options),
    saveDialog: options.saveDialog,
    printPdf: options.printPdf ?? null,
    startAnew: options.startAnew ?? null,
    bringIn: options.bringIn ?? null,
    readDocument: options.readDocument ?? null,
    boards: prepareBoards(database),
    report,
    greet: once(() => greet(events, noticeOf(atStart))),
    tellWorkspace,
    lookAtClock: watch.look,
    backUp: async () => {
      try {
        await backups.makeDaily(today(ports));
      } catch (error) {
        // Tally was closed meanwhile: the next start makes it.
        if (database.open) report(error, 'the daily backup');
      }
    },
    close: async () => {
      watch.stop();
      await queue.close();
      await Promise.all(ports.engines.map((engine) => engine.close()));
      await keeper.close();
      events.close();
      database.close();
      await backups.putInPlace();
    },
  };
}

/** The chats, and who answers in them; what was deleted when Tally was last open is forgotten now. */
function openChat(
  ports: JobPorts,
  { dataFolder, modelVault = noVault }: StudioOptions,
): Pick<Studio, 'chats' | 'chatDesk' | 'languageModel'> {
  const { database, time } = ports;
  const chats = prepareChats(database);
  write(database, () => chats.purge());
  const languageModel = openModelConnection(ports, sealedModelKey(dataFolder, modelVault));
  return { chats, chatDesk: new ChatDesk(database, chats, () => time.now()), languageModel };
}

function noVault() {
  return { kind: 'none', reason: 'Tally was started without a key store.' } as const;
}

function bookOptions(
  database: Database,
  options: StudioOptions,
  events: EventHub<TallyEvent>,
): Parameters<typeof openBooks> {
  const {
    dataFolder,
    clock,
    keys,
    ownFolder,
    report,
    testClock = null,
    newId = randomUUID,
  } = options;
  return [
    {
      database,
      dataFolder,
      ownFolder: ownFolder ?? null,
      keys: keys ?? noKeyStore('Tally was started without a key store.'),
      now: () => clock.now(),
      onTrouble: ({ folder, reason }) => {
        const text = `The head of the ledger can’t be written to ${folder} (${reason}); Tally goes on, and tries again with the next change.`;
        events.publish({ kind: 'notice', severity: 'problem', text });
      },
      report: (error) => report(error, 'signing the head of the ledger'),
    },
    { workspaceId: newId(), createdAt: testClock ?? clock.now(), testClock: testClock !== null },
  ];
}

function greet(events: EventHub<TallyEvent>, text: string | null): void {
  if (text !== null) events.publish({ kind: 'notice', severity: 'problem', text });
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}

function today({ time }: JobPorts): string {
  return isoOf(time.now()).slice(0, 10);
}
