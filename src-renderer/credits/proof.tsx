import { ProofPanel } from './proof-panel';

/** That the ledger is what it says: replayed on demand, signed, and backed up. */
export function Proof() {
  return (
    <div className="h-full overflow-y-auto px-5 py-4">
      <div className="mx-auto max-w-3xl">
        <ProofPanel />
      </div>
    </div>
  );
}
