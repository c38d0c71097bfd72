import type { IForbiddenRuleType } from 'dependency-cruiser';

export type Wall = IForbiddenRuleType & {
  readonly name: string;
  /** What to do in place of the banned import. */
  readonly comment: string;
};

type Ban = {
  readonly name: string;
  readonly instead: string;
  /** Patterns: the importing files, those of them that may, and what they must not import. */
  readonly from: string;
  readonly except?: string;
  readonly to: string;
  readonly toExcept?: string;
};

/** A package, installed or not. */
const npm = (names: string) => `(^|node_modules/)(${names})(/|$)`;

const bans: readonly Ban[] = [
  {
    name: 'shared-is-pure',
    instead:
      'take it as an argument; only zod, temporal-polyfill, jsonc-parser and @orpc/contract may be used',
    from: '^src-shared/',
    to: '.',
    toExcept: `^src-shared/|${npm('zod|temporal-polyfill|jsonc-parser|@orpc/contract')}`,
  },
  {
    name: 'page-reaches-no-main',
    instead: 'ask the main process through src-shared/contract',
    from: '^src-renderer/',
    to: `^src-main/|^node:|${npm('electron|better-sqlite3|kysely|electron-log|@orpc/server')}`,
  },
  {
    name: 'main-reaches-no-page',
    instead: 'tell the page through the events of src-shared/contract',
    from: '^src-main/',
    to: '^src-renderer/',
  },
  {
    name: 'ledger-knows-no-job',
    instead: 'hand the ledger entries and ids; jobs/ alone knows both',
    from: '^src-main/ledger/',
    to: '^src-main/(jobs|gallery|engines|rpc|billing-clock|terminal|shell)/',
  },
  {
    name: 'store-knows-no-domain',
    instead: 'keep to rows and the types of src-shared',
    from: '^src-main/store/',
    to: '^src-main/(?!store/)',
  },
  {
    name: 'engines-know-no-money',
    instead: 'take an order and give an outcome (engines/engine.ts); jobs/ does the rest',
    from: '^src-main/engines/',
    to: '^src-main/(ledger|jobs|store|gallery|rpc|billing-clock|terminal)/',
  },
  {
    name: 'engines-open-no-window',
    instead:
      'draw in the darkroom: only engines/darkroom uses the parts of shell/ that make a page',
    from: '^src-main/engines/(?!darkroom/)',
    to: '^src-main/shell/',
  },
  {
    name: 'gallery-knows-no-job-runner',
    instead: 'let jobs/ say which file and which asset to keep',
    from: '^src-main/gallery/',
    to: '^src-main/(jobs|ledger|engines|rpc|billing-clock|terminal|shell)/',
  },
  {
    name: 'billing-clock-knows-no-job',
    instead: 'post entries and let jobs/ ask for the time',
    from: '^src-main/billing-clock/',
    to: '^src-main/(jobs|gallery|engines|rpc|terminal|shell)/',
  },
  {
    name: 'exports-are-given-all',
    instead: 'take rows and functions as arguments; rpc/ gathers them and says where the file goes',
    from: '^src-main/exports/',
    to: '^src-main/(jobs|gallery|engines|billing-clock|rpc|terminal|shell)/',
  },
  {
    name: 'jobs-serve-any-caller',
    instead: 'publish an event, or answer the call of rpc/',
    from: '^src-main/jobs/',
    to: '^src-main/(rpc|terminal|shell)/',
  },
  {
    name: 'terminal-uses-the-contract',
    instead: 'call the contract, as the page does',
    from: '^src-main/terminal/',
    to: '^src-main/(ledger|jobs|store|gallery|engines|billing-clock|rpc|studio|main)\\b',
  },
  {
    name: 'electron-stays-in-the-shell',
    instead: 'put what needs Electron into src-main/shell and hand on plain values',
    from: '^src-',
    except: '^src-main/(shell/|main\\.ts$|preload\\.ts$|engines/darkroom/)',
    to: npm('electron'),
  },
  {
    name: 'one-door-to-sqlite',
    instead: 'open SQLite and recognise its errors through src-main/store/sqlite.ts',
    from: '^src-',
    except: '^src-main/store/sqlite\\.ts$',
    to: npm('better-sqlite3|@types/better-sqlite3|node:sqlite'),
  },
];

/** The walls between the folders: who must not import whom, and what to use instead. */
export const walls: readonly Wall[] = [
  ...bans.map(
    ({ name, instead, from, except, to, toExcept }): Wall => ({
      name,
      severity: 'error',
      comment: instead,
      from: { path: from, ...(except === undefined ? {} : { pathNot: except }) },
      to: { path: to, ...(toExcept === undefined ? {} : { pathNot: toExcept }) },
    }),
  ),
  {
    name: 'page-uses-no-node',
    severity: 'error',
    comment: 'ask the main process through src-shared/contract; a page has no Node',
    from: { path: '^src-renderer/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'no-circles',
    severity: 'error',
    comment: 'move what both need into a file that imports neither',
    from: {},
    to: { circular: true },
  },
  {
    name: 'every-import-exists',
    severity: 'error',
    comment: 'import a file that is there or a package that is installed',
    from: {},
    to: { couldNotResolve: true },
  },
];
