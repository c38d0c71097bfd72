import type { Source } from './source';

/** A ban inside a file: what is looked for, where it may be, and what to use instead. */
export type SourceRule = {
  readonly name: string;
  readonly instead: string;
  /** Files that the rule is about, and those of them that are its named exception. */
  readonly files: RegExp;
  readonly except?: RegExp;
  /** Every place where the rule is broken, as positions in the text. */
  readonly find: (source: Source) => readonly number[];
};

const app = /^src-(main|renderer|shared)\//;
const everywhere = /./;

/** Longest file and longest function, in lines. */
export const longestFile = 400;
export const longestFunction = 70;

/** Positions of a pattern in code, comments left out. */
function inCode(pattern: RegExp): SourceRule['find'] {
  return ({ code }) => [...code.matchAll(new RegExp(pattern, 'g'))].map(({ index }) => index);
}

/** Positions of comments that match. */
function inComments(pattern: RegExp): SourceRule['find'] {
  return ({ comments }) =>
    comments.filter(({ text }) => pattern.test(text)).map(({ start }) => start);
}

export const sourceRules: readonly SourceRule[] = [
  {
    name: 'one-door-to-time',
    instead: 'take a Clock, an Instant or a BillingTime as an argument',
    files: app,
    // Makers measure how long they have worked without a pause; nothing that they make depends on it.
    except:
      /^src-main\/clock\.ts$|^src-renderer\/darkroom\/(bench|paint-picture|motion\/in-spells)\.ts$/,
    find: inCode(/\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bperformance\.now\b/),
  },
  {
    name: 'no-chance',
    instead: 'derive it from a seed or an id; crypto.randomUUID() for a new id',
    files: app,
    find: inCode(/\bMath\.random\b/),
  },
  {
    name: 'one-way-to-write',
    instead: 'write through src-main/store/write.ts',
    files: app,
    // The lock of a data folder is a transaction on a file of its own that never writes anything.
    except: /^src-main\/store\/write\.ts$|^src-main\/shell\/ownership\.ts$/,
    find: inCode(/\bBEGIN\b|\.transaction\(/),
  },
  {
    name: 'one-port-to-the-page',
    instead: 'add a procedure to src-shared/contract',
    files: app,
    except: /^src-main\/shell\/connect-page\.ts$/,
    find: inCode(/\bipcMain\b|\.ipc\.(on|handle)\b/),
  },
  {
    name: 'money-has-its-own-arithmetic',
    instead: 'round once, in priceOf of src-shared/billing/credits.ts',
    files: /^src-shared\/billing\/|^src-main\/(ledger|billing-clock)\//,
    // Rounded down there: how many months have passed, how many pictures one can pay. No amount is.
    except: /^src-shared\/billing\/(billing-cycle|card\/advice)\.ts$/,
    find: inCode(/\bMath\.(round|floor|ceil|trunc)\b|\bparseFloat\b|\.toFixed\(/),
  },
  {
    name: 'the-page-does-no-sums',
    instead: 'show the figures of a receipt or a balance; src-shared/billing works them out',
    files: /^src-renderer\/(stores|credits|create|queue|plan|welcome|app)\//,
    find: inCode(/\b(available|held|spent|granted|price|credits)\b\)?\s*[-+]=?\s+[\w(]/),
  },
  {
    name: 'nothing-is-awaited-in-a-transaction',
    instead: 'do what takes time before or after write()',
    files: app,
    find: ({ nodes }) =>
      nodes
        .filter(({ kind, inWrite }) => kind === 'async-function' && inWrite)
        .map(({ start }) => start),
  },
  {
    name: 'no-any',
    instead: 'name the type, or use unknown and narrow it',
    files: everywhere,
    find: ({ nodes }) => nodes.filter(({ kind }) => kind === 'any').map(({ start }) => start),
  },
  {
    name: 'no-empty-catch',
    instead: 'handle the failure, or let it pass on',
    files: everywhere,
    find: ({ nodes }) =>
      nodes.filter(({ kind }) => kind === 'empty-catch').map(({ start }) => start),
  },
  {
    name: 'no-silenced-checks',
    instead: 'mend what the checker found; a biome-ignore must say why after a colon',
    files: everywhere,
    find: inComments(
      /@ts-(ignore|nocheck)|@ts-expect-error(?!\s*:?\s+\w{3})|biome-ignore(?!(-\w+)? [\w/]+: \S+ \S+)/,
    ),
  },
  {
    name: 'nothing-is-left-to-do',
    instead: 'do it, or write it into an issue',
    files: everywhere,
    find: inComments(/\b(TODO|FIXME|XXX|HACK)\b/),
  },
  {
    name: 'short-functions',
    instead: `split it: a function has at most ${longestFunction} lines`,
    files: /^(src-|scripts\/)/,
    find: ({ nodes }) =>
      nodes
        .filter(({ kind, lines }) => /function$/.test(kind) && lines > longestFunction)
        .map(({ start }) => start),
  },
  {
    name: 'short-files',
    instead: `split it: a file has at most ${longestFile} lines`,
    files: everywhere,
    find: ({ lines }) => (lines > longestFile ? [0] : []),
  },
];
