import type { Instant } from '../../src-shared/billing/instant';
import type { Identity } from '../store/identity';
import type { Database } from '../store/sqlite';
import { type HeadFiles, headFiles } from './head-files';
import { HeadKeeper, type HeadKeeperPorts, type HeadStory, type KeptHead } from './head-keeper';
import { type Judgement, judgeStart, standingHeads } from './judge-start';
import type { KeyStore, OpenedKey } from './signing-key';
import { type ChainReader, isSameTip, prepareChains, type Tip } from './tip';
import { verifyBooks } from './verify-books';

export type StartCheck =
  | {
      readonly kind: 'open';
      readonly keeper: HeadKeeper;
      readonly files: HeadFiles;
      readonly judged: Opened;
    }
  /** The ledger is not to be opened; `message` says why in a sentence. */
  | { readonly kind: 'refused'; readonly message: string };

/** What was found of a ledger that may be opened. */
export type Opened = Exclude<Judgement, { kind: 'refused' }>;

export type StartCheckOptions = Pick<HeadKeeperPorts, 'now' | 'onTrouble' | 'report'> & {
  readonly database: Database;
  readonly identity: Identity;
  readonly dataFolder: string;
  /** The person's own configuration folder, for a second copy of the heads; null for none. */
  readonly ownFolder: string | null;
  readonly keys: KeyStore;
};

type FoundHeads = Awaited<ReturnType<HeadFiles['find']>>;

/** How many earlier states and how many ends of replaced ledgers a head remembers. */
const mostAnchors = 100;

/**
 * Compares a ledger with the heads that were kept of it, before anything is added to it. An earlier state is replayed from
 * its first entry before it is believed; then heads are kept of it, with the mark that it has not been settled yet.
 */
export async function checkStart(options: StartCheckOptions): Promise<StartCheck> {
  const { database, identity, dataFolder, ownFolder, keys } = options;
  const { workspaceId } = identity;
  const opened = await keys.open();
  const files = headFiles(dataFolder, ownFolder, workspaceId);
  const found = await files.find();
  const chains = prepareChains(database);
  const judged = judgeStart({
    ...found,
    ledger: { ...chains, workspaceId },
    note: await files.findNote(),
    fingerprint: opened.kind === 'key' ? opened.key.fingerprint : null,
  });
  if (judged.kind === 'refused') return judged;
  if (judged.kind === 'older') {
    const broken = verifyBooks(database, identity);
    if (broken !== null) {
      return {
        kind: 'refused',
        message: `It is an older state, and ${broken.at} is wrong: ${broken.message}.`,
      };
    }
  }
  const story = storyOf(workspaceId, judged, found, chains);
  const held = judged.kind === 'sound' ? heldBy(found, chains.tip(), opened) : [];
  const [kept = null] = held;
  const keeper = new HeadKeeper(
    { ...options, now: neverBefore(found, options.now), chains, files, opened },
    story,
    kept,
    held.length < 2,
  );
  // An older state gets heads of its own at once, so that a crash from here on is no contradiction.
  if (judged.kind === 'older') await keeper.keepNow();
  if (keeper.trouble !== null) {
    const { folder, reason } = keeper.trouble;
    return {
      kind: 'refused',
      message: `It is an older state, and nothing can be kept in ${folder} (${reason}).`,
    };
  }
  // Also one that does not hold: it must not come to hold for what is written from now on.
  await files.dropNote();
  return { kind: 'open', keeper, files, judged };
}

/** The time that heads go by: by a clock that was set back none is older than those that were found. */
function neverBefore({ beside, own }: FoundHeads, now: () => Instant): () => Instant {
  let latest = now();
  const reach = (at: Instant) => {
    if (at > latest) latest = at;
  };
  for (const file of [beside, own]) if (file.kind === 'head') reach(file.head.at);
  return () => {
    reach(now());
    return latest;
  };
}

/** The heads of this very state that are there already, signed with this key: one for each place that needs no new one. */
function heldBy({ beside, own }: FoundHeads, tip: Tip, opened: OpenedKey): KeptHead[] {
  const fingerprint = opened.kind === 'key' ? opened.key.fingerprint : null;
  return [beside, own].flatMap((found) => {
    if (found.kind !== 'head' || found.signedBy !== fingerprint) return [];
    return isSameTip(found.head.tip, tip) ? [{ at: found.head.at, tip }] : [];
  });
}

/** What the heads of this session begin with. */
function storyOf(
  workspaceId: string,
  judged: Opened,
  found: FoundHeads,
  chains: ChainReader,
): HeadStory {
  const known = standingHeads(found).find((file) => file.kind === 'head');
  const older = known?.kind === 'head' ? known.head : null;
  const tip = chains.tip().entries;
  // A backup may be of a ledger that went another way: what this one never was is no state of it.
  const anchors = (older?.anchors ?? []).filter(
    ({ count, head }) => count < tip.count && chains.hashAt('entries', count) === head,
  );
  const left = judged.kind === 'older' ? judged.left : [];
  const unsettled =
    judged.kind === 'older'
      ? { entries: judged.entries, signedEntries: judged.signedEntries }
      : null;
  return {
    workspaceId,
    anchors: [...anchors, ...(tip.count > 0 ? [tip] : [])].slice(-mostAnchors),
    former: [...(older?.former ?? []), ...left].slice(-mostAnchors),
    unsettled,
  };
}
