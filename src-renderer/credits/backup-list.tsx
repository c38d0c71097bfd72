import { DatabaseBackup } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { BackupState } from '../../src-shared/contract/proof';
import { type Answer, ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { Button } from '../ui/button';
import { Skeleton } from '../ui/empty';
import { formatBytes, formatCount } from '../ui/figures';
import { BackupRestore } from './backup-restore';
import { useDates } from './use-dates';

type Listing = {
  /** Null until the main process has said. */
  readonly backups: readonly BackupState[] | null;
  readonly busy: boolean;
  readonly problem: string | null;
};

/** The copies of the ledger, with a button for one more and one to bring any of them back. */
export function BackupList() {
  const [listing, setListing] = useState<Listing>({ backups: null, busy: true, problem: null });
  const [chosen, setChosen] = useState<BackupState | null>(null);
  const run = async (call: Promise<Answer<{ readonly backups: readonly BackupState[] }>>) => {
    setListing((before) => ({ ...before, busy: true, problem: null }));
    const answer = await call;
    setListing((before) =>
      answer.kind === 'answered'
        ? { backups: answer.value.backups, busy: false, problem: null }
        : { ...before, busy: false, problem: sentenceOf(answer) },
    );
  };
  useEffect(() => {
    let current = true;
    void ask(tally().proof.backups()).then((answer) => {
      if (!current) return;
      const backups = answer.kind === 'answered' ? answer.value.backups : [];
      const problem = answer.kind === 'answered' ? null : sentenceOf(answer);
      setListing({ backups, busy: false, problem });
    });
    return () => {
      current = false;
    };
  }, []);
  const { backups, busy, problem } = listing;
  return (
    <section aria-labelledby="backups-heading" className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-3">
        <h2 id="backups-heading" className="text-base font-semibold">
          Backups
        </h2>
        <Button
          aria-disabled={busy}
          onClick={() => (busy ? undefined : void run(ask(tally().proof.backUpNow())))}
        >
          <DatabaseBackup size={15} aria-hidden />
          Back up now
        </Button>
      </div>
      <p className="text-sm text-muted">
        Tally makes one a day by itself and keeps those of the last seven days; yours stay.
      </p>
      <div aria-live="polite">
        {problem === null ? null : <p className="text-sm text-danger">{problem}</p>}
      </div>
      {backups === null ? (
        <Skeleton className="h-20" />
      ) : (
        <Table backups={backups} onRestore={setChosen} />
      )}
      <BackupRestore backup={chosen} onClose={() => setChosen(null)} />
    </section>
  );
}

function Table({
  backups,
  onRestore,
}: {
  backups: readonly BackupState[];
  onRestore: (backup: BackupState) => void;
}) {
  const dates = useDates();
  if (backups.length === 0) return <p className="text-sm text-muted">There is none yet.</p>;
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">Backups, the newest on top</caption>
      <thead className="text-left text-xs text-muted">
        <tr>
          <th scope="col" className="pb-1 font-normal">
            Made
          </th>
          <th scope="col" className="pr-2 pb-1 text-right font-normal">
            Entries
          </th>
          <th scope="col" className="pr-2 pb-1 text-right font-normal">
            Size
          </th>
          <th scope="col" className="pb-1">
            <span className="sr-only">Restore</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <tr key={backup.name} className="border-t border-line">
            <td className="py-1 pr-2">
              <span title={backup.name}>{dates.moment(backup.madeAt)}</span>
            </td>
            <td className="py-1 pr-2 text-right">{formatCount(backup.entries)}</td>
            <td className="py-1 pr-2 text-right whitespace-nowrap">{formatBytes(backup.bytes)}</td>
            <td className="py-1 text-right">
              {backup.ours ? (
                <Button
                  aria-label={`Restore the backup of ${dates.moment(backup.madeAt)}`}
                  onClick={() => onRestore(backup)}
                >
                  Restore…
                </Button>
              ) : (
                <span className="text-muted">of another workspace</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
