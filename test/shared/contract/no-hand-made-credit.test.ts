import { isContractProcedure } from '@orpc/contract';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { credits } from '../../../src-shared/billing/credits';
import {
  bucketsOf,
  type Cause,
  type Entry,
  entryKinds,
} from '../../../src-shared/billing/lots/entry';
import { planGrant } from '../../../src-shared/billing/lots/plan-entries';
import { history } from '../../../src-shared/billing/plan/unfold';
import { contract } from '../../../src-shared/contract/contract';
import { orderWish } from '../../../src-shared/contract/plan';
import { BillingLife } from '../../helpers/billing-life';
import { day, terms } from '../../helpers/ledger-story';
import { historyOf } from '../../independent/histories';

/** What a call may do to credit; there is no word here for adding it by hand (B7). */
type Effect =
  | 'none'
  /** Credit comes by an order that is written down with its price. */
  | 'grants by order'
  /** Credit comes and lapses by months of a plan that have started. */
  | 'lets time pass'
  /** Takes a hold of credit that is there. */
  | 'holds'
  /** Gives a hold back to its own lots, when nothing was processed (B8). */
  | 'releases'
  /** An earlier state of the same ledger; what was delivered since is charged again. */
  | 'goes back to a backup';

/** Every procedure of the contract. A new one fails here until somebody says what it does to credit. */
const effects: Record<string, Effect> = {
  'workspace.state': 'none',
  'workspace.cards': 'none',
  'workspace.begin': 'grants by order',
  'plan.state': 'none',
  'plan.preview': 'none',
  'plan.order': 'grants by order',
  'plan.orders': 'none',
  'plan.workAs': 'none',
  'credits.balance': 'none',
  'credits.statement': 'none',
  'credits.verify': 'none',
  'insight.why': 'none',
  'insight.balanceAt': 'none',
  'insight.balances': 'none',
  'insight.usage': 'none',
  'forecast.next': 'none',
  'forecast.whatIf': 'none',
  'invoices.cycles': 'none',
  'invoices.export': 'none',
  'proof.state': 'none',
  'proof.receipt': 'none',
  'proof.checkReceipt': 'none',
  'proof.backups': 'none',
  'proof.backUpNow': 'none',
  'proof.restore': 'goes back to a backup',
  'cards.list': 'none',
  'cards.check': 'none',
  'cards.import': 'none',
  'cards.export': 'none',
  'clock.show': 'none',
  'clock.advance': 'lets time pass',
  'jobs.submit': 'holds',
  'jobs.submitTogether': 'holds',
  'jobs.queue': 'none',
  'jobs.cancel': 'releases',
  'jobs.cancelWaiting': 'releases',
  'jobs.cancelAll': 'releases',
  'jobs.pause': 'none',
  'jobs.resume': 'none',
  'jobs.retry': 'holds',
  'gallery.list': 'none',
  'gallery.detail': 'none',
  'gallery.saveCopy': 'none',
  'gallery.remove': 'none',
  'gallery.restore': 'none',
  'pictures.bringIn': 'none',
  'boards.list': 'none',
  'boards.outlineDocument': 'none',
  'boards.outlineTopic': 'none',
  'boards.read': 'none',
  'boards.remove': 'none',
  'boards.save': 'none',
  'chat.list': 'none',
  'chat.read': 'none',
  'chat.remove': 'none',
  'chat.rename': 'none',
  'chat.restore': 'none',
  'languageModel.connect': 'none',
  'languageModel.forget': 'none',
  'languageModel.state': 'none',
  'languageModel.test': 'none',
  'boards.assemble': 'holds',
  'boards.makeVisuals': 'holds',
  'chat.send': 'none',
  'past.of': 'none',
  'past.prompts': 'none',
  'drafts.read': 'none',
  'drafts.keep': 'none',
  'engines.list': 'none',
  'settings.read': 'none',
  'settings.change': 'none',
  'events.subscribe': 'none',
};

/** Every procedure with its dotted name. */
function proceduresOf(router: object, path = ''): [name: string, input: z.ZodType | null][] {
  return Object.entries(router).flatMap(([key, value]): [string, z.ZodType | null][] => {
    const name = path === '' ? key : `${path}.${key}`;
    if (!isContractProcedure(value)) return proceduresOf(value, name);
    const input = value['~orpc'].inputSchema;
    return [[name, input instanceof z.ZodType ? input : null]];
  });
}

/** An input's shape; only the bytes of a file have none. */
function schemaOf(input: z.ZodType): object {
  return z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
}

/** The names of all fields of a schema, however deep. */
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    const own = key === 'properties' && typeof value === 'object' ? Object.keys(value ?? {}) : [];
    return [...own, ...fieldsOf(value)];
  });
}

const procedures = proceduresOf(contract);

describe('B7 no procedure adds credit by hand', () => {
  test('each one is known, with what it can do to credit', () =>
    expect(procedures.map(([name]) => name).sort()).toEqual(Object.keys(effects).sort()));

  test('credit can only come by an order, or by time that passes', () => {
    const granting = Object.entries(effects).filter(([, effect]) =>
      ['grants by order', 'lets time pass'].includes(effect),
    );
    expect(granting.map(([name]) => name)).toEqual([
      ...['workspace.begin', 'plan.order', 'clock.advance'],
    ]);
  });

  test('every input is one that can be looked into', () => {
    const opaque = procedures.filter(
      ([, input]) => input !== null && Object.keys(schemaOf(input)).length < 2,
    );
    expect(opaque).toEqual([]);
    expect(procedures.filter(([, input]) => input !== null).length).toBeGreaterThan(20);
  });

  test('none names an amount of credit, a lot or an entry to make, but a contract and a try', () => {
    const suspicious = /credit|amount|grant|lot|balance|refund|bonus|gift|expires|wallet/i;
    const named = procedures.flatMap(([name, input]) =>
      input === null
        ? []
        : fieldsOf(schemaOf(input))
            .filter((field) => suspicious.test(field))
            .map((field) => `${name}: ${field}`),
    );
    expect([...new Set(named)].sort()).toEqual([
      // The pace and the prices of a try on a copy, and the figures of a contract that is tried.
      'forecast.whatIf: credits',
      // The figures of a contract (A6), which every seat of it is granted by its plan.
      'plan.order: credits',
      'plan.preview: credits',
      'workspace.begin: credits',
    ]);
  });
});

describe('B7 what can be ordered', () => {
  /** Each kind of order, and whether credit may come of it there and then. */
  const kinds: Record<string, boolean> = {
    'start-plan': true,
    // An upgrade tops up to the larger grant.
    'change-plan': true,
    'end-plan': false,
    'keep-plan': false,
    'add-seat': true,
    'remove-seat': false,
    'buy-units': true,
    'cancel-units': false,
    'keep-units': false,
    'buy-pack': true,
  };
  test('is one of these', () => {
    const known = orderWish.options.map((option) => option.shape.kind.value);
    expect([...known].sort()).toEqual(Object.keys(kinds).sort());
  });
  test('brings credit only where it is said here, and never without a cause that names it', () => {
    const granting = new Set<string>();
    const placed = new Set<string>();
    for (let seed = 1; seed <= 400; seed += 1) {
      const told = historyOf(seed);
      const life = new BillingLife(told);
      for (const operation of told.operations) life.apply(operation);
      const kindOf = new Map(life.orders.map(({ id, wish }) => [id, wish.kind]));
      for (const { wish } of life.orders) placed.add(wish.kind);
      for (const { grants } of history(life.orders, life.now, () => told.card)) {
        for (const { cause } of grants) {
          if (cause.kind === 'order') granting.add(kindOf.get(cause.order) ?? 'no order');
        }
      }
    }
    expect([...placed].sort()).toEqual(Object.keys(kinds).sort());
    const expected = Object.keys(kinds).filter((kind) => kinds[kind] === true);
    // The grant of a plan's start is that of its first month.
    expect([...granting].sort()).toEqual(expected.filter((kind) => kind !== 'start-plan').sort());
  });
});

describe('B7 every kind of entry and every cause', () => {
  const causes: Record<Cause['kind'], Cause> = {
    cycle: { kind: 'cycle', subscription: 'subscription-1', index: 0 },
    order: { kind: 'order', order: 'order-1' },
    job: { kind: 'job', job: 'fox' },
    expiry: { kind: 'expiry' },
  };
  const move = { id: 'x', lotId: 'base', credits: credits(1), at: day(1) };
  const lot = terms('base', 16);
  const made: { [kind in Entry['kind']]: (cause: Cause) => Entry | null } = {
    grant: (cause) =>
      cause.kind === 'cycle' || cause.kind === 'order' ? planGrant({ terms: lot, cause }) : null,
    hold: (cause) => ({ ...move, kind: 'hold', cause }),
    charge: (cause) => ({ ...move, kind: 'charge', cause }),
    release: (cause) => ({ ...move, kind: 'release', to: 'available', cause }),
    expire: (cause) => ({ ...move, kind: 'expire', cause }),
  };
  const pairs = entryKinds.flatMap((kind) =>
    Object.values(causes).map((cause) => [kind, cause.kind, made[kind](cause)] as const),
  );

  test('all of them are tried', () => expect(pairs).toHaveLength(5 * 4));

  test.each(pairs)(
    '%s caused by %s adds credit only as a grant of a cycle or an order',
    (...pair) => {
      const [kind, cause, entry] = pair;
      const isGrant = kind === 'grant' && (cause === 'cycle' || cause === 'order');
      if (entry === null) {
        // A grant with any other cause can't even be written down: its type has no place for it.
        expect(isGrant).toBe(false);
        expect(kind).toBe('grant');
      } else {
        expect(bucketsOf(entry) === null).toBe(isGrant);
      }
    },
  );

  test('in the lives of workspaces every entry has a cause of its own kind', () => {
    const found = new Set<string>();
    for (let seed = 1; seed <= 300; seed += 1) {
      const told = historyOf(seed);
      const life = new BillingLife(told);
      for (const operation of told.operations) life.apply(operation);
      for (const { kind, cause } of life.entries) found.add(`${kind} by ${cause.kind}`);
    }
    expect([...found].sort()).toEqual([
      'charge by job',
      'expire by expiry',
      'grant by cycle',
      'grant by order',
      'hold by job',
      'release by job',
    ]);
  });
});
