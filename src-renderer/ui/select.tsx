import type { ComponentProps } from 'react';

/** One of many words, by the platform's own list: it opens over the window and is read by every screen reader. */
export function Select({ className = '', ...rest }: ComponentProps<'select'>) {
  return (
    <select
      className={`h-8 min-w-0 rounded-md border border-edge/60 bg-paper px-1.5 text-sm text-ink ${className}`}
      {...rest}
    />
  );
}
