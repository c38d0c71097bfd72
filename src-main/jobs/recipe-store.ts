import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Request } from '../../src-shared/jobs/request';
import type { BatchRow, RecipeRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries } from '../store/statements';
import { write } from '../store/write';

export type RecipeStore = ReturnType<typeof prepareRecipes>;

/** How many batches of one recipe are looked through for an identical result. */
const mostBatches = 200;

/** What was made before, found by what it was made of. Adding belongs inside `write`. */
export function prepareRecipes(database: Database) {
  const insert = prepare<RecipeRow, never>(
    database,
    queries
      .insertInto('recipe')
      .values({ prompt: arg('prompt'), recipe: arg('recipe'), batch: arg('batch') })
      .onConflict((conflict) => conflict.doNothing()),
  );
  const batches = queries.selectFrom('recipe').select('batch').distinct();
  const ofPrompt = prepare<{ prompt: string; limit: number }, Pick<RecipeRow, 'batch'>>(
    database,
    batches.where('prompt', '=', arg<string>('prompt')).limit(arg<number>('limit')),
  );
  const ofRecipe = prepare<
    Pick<RecipeRow, 'prompt' | 'recipe'> & { limit: number },
    Pick<RecipeRow, 'batch'>
  >(
    database,
    batches
      .where('prompt', '=', arg<string>('prompt'))
      .where('recipe', '=', arg<string>('recipe'))
      .limit(arg<number>('limit')),
  );
  return {
    /** Remembers what a batch is made of; the same again changes nothing. */
    add: (request: Request, prompts: readonly string[] | null, batch: string): void => {
      for (const prompt of new Set(prompts ?? [request.prompt])) {
        const told = { ...request, prompt };
        insert.run({ prompt: promptHash(prompt), recipe: recipeHash(told), batch });
      }
    },
    /** The batches that were made from the very same prompt. */
    batchesOfPrompt: (prompt: string): string[] =>
      ofPrompt.all({ prompt: promptHash(prompt), limit: mostBatches }).map(({ batch }) => batch),
    /** The batches in which everything but the seed was the same. */
    batchesOfRecipe: (request: Request): string[] =>
      ofRecipe
        .all({
          prompt: promptHash(request.prompt),
          recipe: recipeHash(request),
          limit: mostBatches,
        })
        .map(({ batch }) => batch),
  };
}

/** Remembers what was made before there were recipes; a ledger that has any is left as it is. */
export function fillRecipes(database: Database): void {
  const known = queries.selectFrom('recipe').select('batch').limit(sql.lit(1));
  if (prepare<Record<string, never>, Pick<RecipeRow, 'batch'>>(database, known).get({})) return;
  const batches = queries.selectFrom('batch').select(['id', 'request_json', 'prompts_json']);
  const every = prepare<
    Record<string, never>,
    Pick<BatchRow, 'id' | 'request_json' | 'prompts_json'>
  >(database, batches).all({});
  const { add } = prepareRecipes(database);
  write(database, () => {
    for (const { id, request_json, prompts_json } of every) {
      const prompts = JSON.parse(prompts_json ?? 'null') as string[] | null;
      add(JSON.parse(request_json) as Request, prompts, id);
    }
  });
}

function promptHash(prompt: string): string {
  return digest(prompt.trim());
}

/** All that decides what is made, but the seed; the order of its fields plays no part. */
function recipeHash(request: Request): string {
  return digest(JSON.stringify(request, sortedWithoutSeed));
}

function sortedWithoutSeed(key: string, value: unknown): unknown {
  if (key === 'seed') return undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Half of a SHA-256 is plenty to tell prompts apart, and keeps the tree small. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
