import type { ReactNode } from 'react';

/** A slip of till paper with a torn foot: the look of everything that is a receipt. */
export function Paper({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="till-shadow">
      <div className="till-paper rounded-t-sm px-4 pt-3 text-sm">{children}</div>
    </section>
  );
}

type LineProps = {
  children: ReactNode;
  amount: ReactNode;
  strong?: boolean | undefined;
  muted?: boolean | undefined;
};

/** One line of a slip: what, and how much, right-aligned. */
export function PaperLine({ children, amount, strong = false, muted = false }: LineProps) {
  const tone = strong ? 'font-semibold text-ink' : muted ? 'text-muted' : 'text-ink';
  return (
    <div className={`flex items-baseline justify-between gap-3 py-px ${tone}`}>
      <span className="min-w-0">{children}</span>
      <span className="shrink-0 text-right whitespace-nowrap">{amount}</span>
    </div>
  );
}

/** The hairline above a sum. */
export function PaperRule() {
  return <div role="presentation" className="my-1.5 border-t border-line" />;
}

/** The perforation between two parts of a slip. */
export function PaperPerforation() {
  return <div role="presentation" className="perforated -mx-4 my-2" />;
}
