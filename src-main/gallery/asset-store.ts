import { instant } from '../../src-shared/billing/instant';
import { type Asset, mediaTypes } from '../../src-shared/jobs/asset';
import type { AssetRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries } from '../store/statements';

export type AssetStore = ReturnType<typeof prepareAssets>;

/** The gallery on disk: which files were delivered, and which of them are shown. */
export function prepareAssets(database: Database) {
  const assets = queries.selectFrom('asset').selectAll();
  const byId = prepare<{ id: string }, AssetRow>(
    database,
    assets.where('id', '=', arg<string>('id')),
  );
  const shownAfter = prepare<{ created_at: number; id: string; limit: number }, AssetRow>(
    database,
    assets
      .where('removed_at', 'is', null)
      .where((where) =>
        where.or([
          where('created_at', '<', arg<number>('created_at')),
          where.and([
            where('created_at', '=', arg<number>('created_at')),
            where('id', '<', arg<string>('id')),
          ]),
        ]),
      )
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(arg<number>('limit')),
  );
  const countShown = prepare<Record<string, never>, { total: number }>(
    database,
    queries
      .selectFrom('asset')
      .select((select) => select.fn.countAll<number>().as('total'))
      .where('removed_at', 'is', null),
  );
  const everyFile = prepare<Record<string, never>, Pick<AssetRow, 'id' | 'sha256' | 'bytes'>>(
    database,
    queries.selectFrom('asset').select(['id', 'sha256', 'bytes']),
  );
  return {
    asset: (id: string): Asset | null => {
      const row = byId.get({ id });
      return row === undefined ? null : assetOf(row);
    },
    /** What the engine said it understood of the prompt. */
    reading: (id: string): string => byId.get({ id })?.reading ?? '',
    /** Shown assets older than the given one (or from the newest on), newest first. */
    shown: (after: Asset | null, limit: number): Asset[] =>
      shownAfter
        .all({
          created_at: after?.createdAt ?? Number.MAX_SAFE_INTEGER,
          id: after?.id ?? '',
          limit,
        })
        .map(assetOf),
    countShown: (): number => countShown.get({})?.total ?? 0,
    /** The name of every file that was ever delivered. */
    deliveredFiles: (): Set<string> => new Set(everyFile.all({}).map(({ sha256 }) => sha256)),
    everyFile: () => everyFile.all({}),
    ...prepareAssetWrites(database),
  };
}

/** These belong inside `write`. */
function prepareAssetWrites(database: Database) {
  const insert = prepare<AssetRow, never>(
    database,
    queries.insertInto('asset').values({
      id: arg('id'),
      job: arg('job'),
      sha256: arg('sha256'),
      media_type: arg('media_type'),
      bytes: arg('bytes'),
      width: arg('width'),
      height: arg('height'),
      created_at: arg('created_at'),
      removed_at: arg('removed_at'),
      reading: arg('reading'),
    }),
  );
  const setRemoved = prepare<{ id: string; removed_at: number | null }, never>(
    database,
    queries
      .updateTable('asset')
      .set({ removed_at: arg('removed_at') })
      .where('id', '=', arg<string>('id')),
  );
  return {
    insert: (row: AssetRow): void => {
      insert.run(row);
    },
    setRemoved: (id: string, removedAt: number | null): void => {
      setRemoved.run({ id, removed_at: removedAt });
    },
  };
}

function assetOf(row: AssetRow): Asset {
  return {
    id: row.id,
    jobId: row.job,
    sha256: row.sha256,
    mediaType: mediaTypeOf(row),
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    createdAt: instant(row.created_at),
    removedAt: row.removed_at === null ? null : instant(row.removed_at),
  };
}

function mediaTypeOf({ id, media_type }: AssetRow): Asset['mediaType'] {
  const known = mediaTypes.find((type) => type === media_type);
  if (known === undefined) throw new Error(`the asset ${id} is of an unknown kind: ${media_type}`);
  return known;
}
