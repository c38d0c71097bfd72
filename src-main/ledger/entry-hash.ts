/** The hash of an entry, as a receipt is checked by too. */
export { hashEntry } from '../../scripts/proof/chain.mjs';
