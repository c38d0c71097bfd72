import { sql } from 'kysely';
import { credits } from '../../src-shared/billing/credits';
import { instant } from '../../src-shared/billing/instant';
import type { Wallet } from '../../src-shared/billing/lot';
import { parseRateCard, type RateCard } from '../../src-shared/billing/rate-card';
import type { Subscription } from '../../src-shared/billing/subscription';
import type { RateCardRow, WorkspaceRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries } from '../store/statements';
import { UnreadableData } from '../store/unreadable-data';

/** The wallet of the one seat of a workspace on one machine. */
export const ownSeat: Wallet = { id: 'seat-1', kind: 'seat' };

/** A workspace that has begun: its card, its plan, and how many turns of the cycle were granted. */
export type Workspace = {
  readonly card: RateCard;
  readonly subscription: Subscription;
  readonly grantedCycles: number;
};

export type WorkspaceStore = {
  read(): Workspace | null;
  /** These belong inside `write`. */
  begin(card: RateCard, subscription: Subscription): void;
  markGranted(cycles: number): void;
};

export function prepareWorkspace(database: Database): WorkspaceStore {
  const select = prepare<Record<string, never>, WorkspaceRow>(
    database,
    queries.selectFrom('workspace').selectAll(),
  );
  const selectCard = prepare<{ id: string; version: string }, RateCardRow>(
    database,
    queries
      .selectFrom('rate_card')
      .selectAll()
      .where('id', '=', arg<string>('id'))
      .where('version', '=', arg<string>('version')),
  );
  const insertCard = prepare<RateCardRow, never>(
    database,
    queries
      .insertInto('rate_card')
      .values({ id: arg('id'), version: arg('version'), content_json: arg('content_json') }),
  );
  const insert = prepare<WorkspaceRow, never>(
    database,
    queries.insertInto('workspace').values({
      id: arg('id'),
      card_id: arg('card_id'),
      card_version: arg('card_version'),
      subscription: arg('subscription'),
      plan_id: arg('plan_id'),
      cadence: arg('cadence'),
      anchor: arg('anchor'),
      time_zone: arg('time_zone'),
      grant_credits: arg('grant_credits'),
      grant_every_months: arg('grant_every_months'),
      granted_cycles: arg('granted_cycles'),
    }),
  );
  const updateCycles = prepare<{ cycles: number }, never>(
    database,
    queries
      .updateTable('workspace')
      .set({ granted_cycles: arg('cycles') })
      .where('id', '=', sql.lit(1)),
  );
  // Parsing a card takes a millisecond, and every submission asks for it.
  let known: Workspace | null = null;
  const load = (): Workspace | null => {
    const row = select.get({});
    if (row === undefined) return null;
    const card = selectCard.get({ id: row.card_id, version: row.card_version });
    if (card === undefined) throw new UnreadableData(`rate card ${row.card_id}`);
    return workspaceOf(row, card);
  };
  return {
    read: () => {
      known ??= load();
      return known;
    },
    begin: (card, subscription) => {
      known = null;
      const { id, version } = card;
      if (selectCard.get({ id, version }) === undefined) {
        insertCard.run({ id, version, content_json: JSON.stringify(card) });
      }
      insert.run(rowOf(card, subscription));
    },
    markGranted: (cycles) => {
      known = null;
      updateCycles.run({ cycles });
    },
  };
}

/** A kept card was valid when it was kept: one that is not was damaged since. */
function keptCard(row: RateCardRow): RateCard {
  let content: unknown = null;
  try {
    content = JSON.parse(row.content_json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const parsed = parseRateCard(content);
  if (parsed.kind === 'invalid') throw new UnreadableData(`rate card ${row.id}`);
  return parsed.card;
}

function workspaceOf(row: WorkspaceRow, cardRow: RateCardRow): Workspace {
  const card = keptCard(cardRow);
  const subscription: Subscription = {
    id: row.subscription,
    planId: row.plan_id,
    cadence: row.cadence,
    anchor: instant(row.anchor),
    timeZone: row.time_zone,
    wallets: [ownSeat],
    grant: { credits: credits(row.grant_credits), everyMonths: row.grant_every_months },
  };
  return { card, subscription, grantedCycles: row.granted_cycles };
}

function rowOf(card: RateCard, subscription: Subscription): WorkspaceRow {
  return {
    id: 1,
    card_id: card.id,
    card_version: card.version,
    subscription: subscription.id,
    plan_id: subscription.planId,
    cadence: subscription.cadence,
    anchor: subscription.anchor,
    time_zone: subscription.timeZone,
    grant_credits: subscription.grant.credits,
    grant_every_months: subscription.grant.everyMonths,
    granted_cycles: 0,
  };
}
