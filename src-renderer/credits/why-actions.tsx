import { FileCheck2, ScrollText } from 'lucide-react';
import { useState } from 'react';
import type { Story } from '../../src-shared/contract/insight';
import { ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { insightStore } from '../stores/insight';
import { screenStore } from '../stores/screen';
import { tellInformation, tellProblem } from '../stores/toasts';
import { Button } from '../ui/button';

/** Whether there is anything to be done with an entry: with grants and lapses there is not. */
export function hasActions({ entry }: Story): boolean {
  return entry.job !== null;
}

/** What can be done with an entry: its job's entries alone, and for a charge a receipt that proves it. */
export function WhyActions({ story: { entry } }: { story: Story }) {
  const [saving, setSaving] = useState(false);
  const save = async () => {
    if (saving) return;
    setSaving(true);
    await saveReceipt(entry.id);
    setSaving(false);
  };
  const { job } = entry;
  return (
    <span className="ml-auto flex flex-wrap gap-2">
      {job === null ? null : (
        <Button
          onClick={() => {
            insightStore.getState().close();
            screenStore.getState().showStatementOf(job.id);
          }}
        >
          <ScrollText size={14} aria-hidden />
          Only this job's entries
        </Button>
      )}
      {entry.kind === 'charge' ? (
        <Button look="primary" aria-disabled={saving} onClick={() => void save()}>
          <FileCheck2 size={14} aria-hidden />
          Save a receipt
        </Button>
      ) : null}
    </span>
  );
}

/** Writes the receipt of a charge to where the person says; it can be checked without Tally's data. */
async function saveReceipt(entryId: string): Promise<void> {
  const answer = await ask(tally().proof.receipt({ entryId, out: null }));
  if (answer.kind !== 'answered') return tellProblem(sentenceOf(answer));
  const { path, signed } = answer.value;
  if (path === null) return;
  tellInformation(
    signed ? `Signed receipt saved to ${path}` : `Receipt saved to ${path}; it is not signed.`,
  );
}
