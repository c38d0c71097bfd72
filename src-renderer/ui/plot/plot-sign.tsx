import type { ReactNode } from 'react';

/** A sign of a plot with its meaning: what stands in the list below a plot. Signs are 14 by 10 pixels. */
export function PlotSign({ name, children }: { name: string; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <svg width="14" height="10" aria-hidden="true">
        {children}
      </svg>
      {name}
    </li>
  );
}
