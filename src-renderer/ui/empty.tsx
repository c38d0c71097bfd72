import type { ReactNode } from 'react';
import { Mark } from './mark';

/** What an empty place says: what will be here, and how to get it there. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mx-auto flex h-full max-w-sm flex-col items-center justify-center gap-3 p-6 text-center">
      <Mark size={36} className="text-edge" />
      <h2 className="text-lg font-semibold">{title}</h2>
      <div className="flex flex-col items-center gap-3 text-muted">{children}</div>
    </div>
  );
}

/** A grey block where something is still on its way. */
export function Skeleton({ className = '' }: { className?: string }) {
  return <div aria-hidden className={`animate-breathe rounded-md bg-line ${className}`} />;
}
