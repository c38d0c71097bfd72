import type { EntryKind } from '../../src-shared/billing/lots/entry';
import type { Bucket, LotSource, WalletKind } from '../../src-shared/billing/lots/lot';
import type { InvoiceKind } from '../../src-shared/billing/plan/invoice-line';
import type { JobStateKind } from '../../src-shared/jobs/job';

/** Instants are milliseconds since 1970; amounts whole credits; `…_json` columns hold JSON text. */
export type Schema = {
  workspace: WorkspaceRow;
  rate_card: RateCardRow;
  entry: EntryRow;
  lot: LotRow;
  batch: BatchRow;
  refused_batch: RefusedBatchRow;
  job: JobRow;
  asset: AssetRow;
  setting: SettingRow;
  plan_order: PlanOrderRow;
  refused_order: RefusedOrderRow;
  invoice_line: InvoiceLineRow;
  workspace_identity: WorkspaceIdentityRow;
  usage_day: UsageDayRow;
  recipe: RecipeRow;
  board: BoardRow;
  chat: ChatRow;
  chat_message: ChatMessageRow;
};

/** At most one row: the plan as it was begun before there were orders. Only read, to make the first order of it. */
export type WorkspaceRow = {
  id: number;
  card_id: string;
  card_version: string;
  subscription: string;
  plan_id: string;
  cadence: 'monthly' | 'annual';
  anchor: number;
  time_zone: string;
  grant_credits: number;
  grant_every_months: 1 | 12;
  granted_cycles: number;
};

/** Cards as they were when first used: history keeps the prices of its day. */
export type RateCardRow = { id: string; version: string; content_json: string };

/** The ledger: append-only, chained by hash. Everything in `lot` follows from it. */
export type EntryRow = {
  number: number;
  id: string;
  kind: EntryKind;
  lot: string;
  wallet: string;
  credits: number;
  at: number;
  cause_json: string;
  /** Where released credit went; null for every other kind. */
  released_to: Bucket | null;
  /** The lot's terms, for a grant; null for every other kind. */
  terms_json: string | null;
  /** The job that caused it; null for grants and lapses. */
  job: string | null;
  /** The wallet's totals right after this entry. */
  available_after: number;
  held_after: number;
  hash: Uint8Array;
};

/** Cache: rebuilt from the entries at will. */
export type LotRow = {
  id: string;
  wallet: string;
  wallet_kind: WalletKind;
  source: LotSource;
  starts_at: number;
  expires_at: number;
  granted: number;
  available: number;
  held: number;
  spent: number;
  expired: number;
  /** 1 while some of it is available or held; the lots that anybody asks for. */
  live: 0 | 1;
};

export type BatchRow = {
  id: string;
  request_json: string;
  /** The prompts that the outputs take in turn; null where all have the request's own. */
  prompts_json: string | null;
  quote_json: string;
  count: number;
  submitted_at: number;
  /** The job that this batch tries again; null for what was submitted afresh. */
  parent_job: string | null;
  /** Who submitted it; whose wallet pays. */
  seat: string;
};

/** A refused submission stays refused under its id. */
export type RefusedBatchRow = {
  id: string;
  request_json: string;
  count: number;
  parent_job: string | null;
  refusal_json: string;
  at: number;
};

export type JobRow = {
  id: string;
  batch: string;
  index_in_batch: number;
  /** Place in the queue; smaller runs sooner, and it never changes by a restart. */
  position: number;
  seed: number;
  price: number;
  state: JobStateKind;
  started_at: number | null;
  ended_at: number | null;
  failure_json: string | null;
  /** 1 while its price is on hold; a waiting job may have lost its hold at a boundary. */
  held: 0 | 1;
  /** How often its price was put on hold. */
  holds: number;
};

export type AssetRow = {
  id: string;
  job: string;
  sha256: string;
  media_type: string;
  bytes: number;
  width: number;
  height: number;
  created_at: number;
  removed_at: number | null;
  reading: string;
};

export type SettingRow = { name: string; value_json: string };

/** What was ordered of a plan, in order and chained by hash; the account follows from it. */
export type PlanOrderRow = {
  number: number;
  id: string;
  at: number;
  wish_json: string;
  hash: Uint8Array;
};

/** A refused order stays refused under its id. */
export type RefusedOrderRow = { id: string; at: number; wish_json: string; refusal_json: string };

/** What was billed, in order and chained by hash; it follows from orders and time. */
export type InvoiceLineRow = {
  number: number;
  id: string;
  at: number;
  kind: InvoiceKind;
  name: string;
  seat: string | null;
  quantity: number;
  cents: number | null;
  credits: number;
  subscription: string;
  cycle_starts_at: number;
  cycle_ends_at: number;
  hash: Uint8Array;
};

/** Exactly one row. Its genesis is what the first entry is chained to, so that it can't be changed later. */
export type WorkspaceIdentityRow = {
  singleton: number;
  id: string;
  created_at: number;
  /** 1: goes by a clock of its own, for ever. */
  test_clock: 0 | 1;
  genesis: Uint8Array;
};

/** Cache: what was charged on a day of the workspace's time zone; rebuilt from entries and jobs at will. */
export type UsageDayRow = {
  day: string;
  seat: string;
  tool: string;
  model: string;
  quality: string;
  outputs: number;
  units: number;
  credits: number;
};

/** What a batch was made of, to be found again: by its prompt, and by everything but the seed. Hashes in hex. */
export type RecipeRow = { prompt: string; recipe: string; batch: string };

/** A storyboard as its screen keeps it. */
export type BoardRow = { id: string; title: string; content_json: string; changed_at: number };

export type ChatRow = {
  id: string;
  title: string;
  /** The title as it is searched, in small letters. */
  folded: string;
  started_at: number;
  changed_at: number;
  /** When it was deleted; until Tally is closed it can be brought back. */
  removed_at: number | null;
};

export type ChatMessageRow = {
  chat: string;
  number: number;
  role: 'person' | 'guide';
  text: string;
  /** The text as it is searched, in small letters. */
  folded: string;
  /** What came with the words: a filled form, figures; null for words alone. */
  extra_json: string | null;
  at: number;
};
