import { FileCheck, FileX } from 'lucide-react';
import { type ChangeEvent, useId, useRef, useState } from 'react';
import type { ReceiptCheck } from '../../src-shared/contract/proof';
import { ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { Button } from '../ui/button';
import { Field } from '../ui/field';

type Checked = ReceiptCheck | { readonly kind: 'failed'; readonly problem: string } | null;

/** The longest text that is taken for a receipt, in characters. */
const longestReceipt = 5_000_000;

/** Checks a receipt that was pasted or chosen, by itself and against this ledger. */
export function ProofReceipt() {
  const [text, setText] = useState('');
  const [checked, setChecked] = useState<Checked>(null);
  const textId = useId();
  const isEmpty = text.trim() === '';
  const take = (given: string) => {
    setText(given);
    setChecked(null);
  };
  const check = async (given: string) => setChecked(await checkReceipt(given));
  return (
    <section aria-labelledby="receipt-heading" className="flex flex-col gap-2">
      <h2 id="receipt-heading" className="text-base font-semibold">
        Check a receipt
      </h2>
      <p className="text-sm text-muted">
        A receipt of any charge can be saved from the statement. Whoever gets it can check it
        without Tally’s data; here it is also compared with this ledger.
      </p>
      <Field label="The receipt’s text" controlId={textId}>
        <textarea
          id={textId}
          value={text}
          rows={3}
          spellCheck={false}
          onChange={(event) => take(event.target.value)}
          className="w-full resize-y rounded-md border border-edge bg-paper px-2.5 py-1.5 text-sm"
        />
      </Field>
      <div className="flex gap-2">
        <Button aria-disabled={isEmpty} onClick={() => (isEmpty ? undefined : void check(text))}>
          <FileCheck size={15} aria-hidden />
          Check
        </Button>
        <FileButton
          onText={(given) => {
            take(given);
            void check(given);
          }}
          onProblem={(problem) => setChecked({ kind: 'failed', problem })}
        />
      </div>
      <div aria-live="polite" className="text-sm">
        <Outcome checked={checked} />
      </div>
    </section>
  );
}

function FileButton({
  onText,
  onProblem,
}: {
  onText: (text: string) => void;
  onProblem: (problem: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file === undefined) return;
    if (file.size > longestReceipt) onProblem(`${file.name} is too large for a receipt.`);
    else onText(await file.text());
    // The same file, mended meanwhile, can be chosen again.
    target.value = '';
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label="The receipt’s file"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => void choose(event)}
      />
      <Button onClick={() => input.current?.click()}>Choose a file…</Button>
    </>
  );
}

function Outcome({ checked }: { checked: Checked }) {
  if (checked === null) return null;
  switch (checked.kind) {
    case 'sound':
      return (
        <div className="flex flex-col gap-1">
          <p className="font-medium text-accent">
            {checked.signed ? 'Sound, and signed.' : 'Sound, and not signed.'}
          </p>
          <ul className="flex flex-col gap-0.5 text-muted wrap-anywhere" data-selectable>
            {checked.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      );
    case 'broken':
      return (
        <p className="flex gap-1.5 text-danger">
          <FileX size={15} aria-hidden className="mt-0.5 shrink-0" />
          <span className="wrap-anywhere">
            Not sound at {checked.at}: {checked.message}.
          </span>
        </p>
      );
    case 'failed':
      return <p className="text-danger">{checked.problem}</p>;
  }
}

async function checkReceipt(text: string): Promise<Checked> {
  if (text.length > longestReceipt) {
    return { kind: 'failed', problem: 'This is too long for a receipt.' };
  }
  const answer = await ask(tally().proof.checkReceipt({ text }));
  return answer.kind === 'answered'
    ? answer.value
    : { kind: 'failed', problem: sentenceOf(answer) };
}
