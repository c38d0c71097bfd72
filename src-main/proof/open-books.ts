import { adoptFirstPlan } from '../billing-clock/adopt-first-plan';
import { checkNewestEntries } from '../ledger/check-newest-entries';
import { prepareToPost } from '../ledger/post-entries';
import { establishIdentity, type Identity } from '../store/identity';
import { prepareSettings } from '../store/settings';
import { checkStart, type StartCheck, type StartCheckOptions } from './check-start';

export type OpenedBooks =
  | (Extract<StartCheck, { kind: 'open' }> & { readonly identity: Identity })
  | Extract<StartCheck, { kind: 'refused' }>;

/**
 * Sees whether the books may be opened, before anything is added to them: their newest entries must follow from one another,
 * and all of them must go with what was signed. Makes them an identity, and the first order of a plan from before orders.
 */
export async function openBooks(
  options: Omit<StartCheckOptions, 'identity'>,
  wanted: Omit<Identity, 'genesis'>,
): Promise<OpenedBooks> {
  const { database } = options;
  const broken = checkNewestEntries(database);
  if (broken !== null) {
    const { at, message } = broken;
    return {
      kind: 'refused',
      message: `${at.charAt(0).toUpperCase()}${at.slice(1)} is wrong: ${message}.`,
    };
  }
  const identity = establishIdentity(database, wanted);
  adoptFirstPlan(database, prepareSettings(database), prepareToPost(database));
  const checked = await checkStart({ ...options, identity });
  return checked.kind === 'open' ? { ...checked, identity } : checked;
}
