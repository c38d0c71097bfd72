import type { ReactNode } from 'react';

/** A small button inside a receipt: another way, with what it costs. */
export function WayButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="rounded-md border border-edge/60 bg-paper px-2 py-0.5 text-left text-xs font-medium hover:border-edge hover:bg-surface"
    >
      {children}
    </button>
  );
}
