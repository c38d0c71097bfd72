import { BackupList } from './backup-list';
import { ProofReceipt } from './proof-receipt';
import { ProofSigning } from './proof-signing';
import { VerifyPanel } from './verify-panel';

/** That the ledger is what it says: signed, replayed on demand, told in receipts, and backed up. */
export function ProofPanel() {
  return (
    <div className="flex flex-col gap-6">
      <ProofSigning />
      <VerifyPanel />
      <ProofReceipt />
      <BackupList />
    </div>
  );
}
