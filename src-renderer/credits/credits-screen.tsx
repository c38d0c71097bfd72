import { Tabs } from 'radix-ui';
import { usePlan } from '../plan/use-plan';
import { type CreditsPart, screenStore } from '../stores/screen';
import { PartTabs } from '../ui/part-tabs';
import { WhatIf } from '../what-if/what-if';
import { Overview } from './overview';
import { Proof } from './proof';
import { Statement } from './statement';
import { useFreshBalance } from './use-outlook';

const parts: readonly { id: CreditsPart; name: string }[] = [
  { id: 'overview', name: 'Overview' },
  { id: 'statement', name: 'Statement' },
  { id: 'what-if', name: 'What if' },
  { id: 'proof', name: 'Proof' },
];

/** What there is and what comes of it, every move it made, what would be otherwise, and the proof of it all. */
export function CreditsScreen() {
  const part = screenStore((store) => store.creditsPart);
  useFreshBalance();
  usePlan();
  const choose = (id: string) => {
    const found = parts.find((candidate) => candidate.id === id);
    if (found !== undefined) screenStore.getState().showCredits(found.id);
  };
  return (
    <Tabs.Root value={part} onValueChange={choose} className="flex h-full flex-col">
      <div className="flex h-12 shrink-0 items-end gap-5 border-b border-line bg-panel px-5">
        <h1 className="pb-2 text-lg font-semibold">Credits</h1>
        <PartTabs label="Parts of Credits" parts={parts} />
      </div>
      <Tabs.Content value={part} tabIndex={-1} className="relative min-h-0 flex-1 outline-none">
        <Part part={part} />
      </Tabs.Content>
    </Tabs.Root>
  );
}

function Part({ part }: { part: CreditsPart }) {
  switch (part) {
    case 'overview':
      return <Overview />;
    case 'statement':
      return <Statement />;
    case 'what-if':
      return <WhatIf />;
    case 'proof':
      return <Proof />;
  }
}
