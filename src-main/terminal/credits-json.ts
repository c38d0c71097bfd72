import { assertNever } from '../../src-shared/assert-never';
import { isoOf } from '../../src-shared/billing/instant';
import type { Lot } from '../../src-shared/billing/lots/lot';
import type { Balance, StatementLine, Verification } from '../../src-shared/contract/credits';
import { expiryJson } from './instant-json';
import type { JsonObject } from './json';

export function lotJson(lot: Lot): JsonObject {
  const { id, wallet, source, granted, available, held, spent, expired } = lot;
  return {
    id,
    wallet: { id: wallet.id, kind: wallet.kind },
    source,
    startsAt: isoOf(lot.startsAt),
    expiresAt: expiryJson(lot),
    granted,
    available,
    held,
    spent,
    expired,
  };
}

export function balanceJson(balance: Balance): JsonObject {
  const { at, available, held, lots } = balance;
  return { at: isoOf(at), available, held, lots: lots.map(lotJson) };
}

export function statementLineJson(line: StatementLine): JsonObject {
  const { number, id, kind, at, credits, availableAfter, heldAfter, lot, job, explanation } = line;
  return {
    number,
    id,
    kind,
    at: isoOf(at),
    credits,
    availableAfter,
    heldAfter,
    lot: {
      id: lot.id,
      source: lot.source,
      wallet: lot.wallet,
      expiresAt: expiryJson(lot),
    },
    job:
      job === null
        ? null
        : {
            id: job.id,
            prompt: job.prompt,
            model: job.model,
            quality: job.quality,
            state: job.state,
          },
    explanation,
  };
}

export function verificationJson(
  verification: Exclude<Verification, { kind: 'progress' }>,
): JsonObject {
  switch (verification.kind) {
    case 'sound': {
      const { kind, entries, head, files } = verification;
      return { kind, entries, head, files };
    }
    case 'broken': {
      const { kind, at, message } = verification;
      return { kind, at, message };
    }
    default:
      return assertNever(verification);
  }
}
