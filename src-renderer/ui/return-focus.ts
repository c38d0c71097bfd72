import { useLayoutEffect, useRef } from 'react';

/**
 * Remembers where the focus was when a dialog opened, and gives what to do when it closes: the focus
 * goes back there. Radix itself returns it only to a trigger, and Tally's dialogs open from anywhere.
 */
export function useReturnFocus(open: boolean): (closing: Event) => void {
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (open) before.current = document.activeElement;
  }, [open]);
  return (closing) => {
    closing.preventDefault();
    const { current } = before;
    const place = current?.isConnected && current !== document.body ? current : null;
    const fallback = document.querySelector('main');
    (place instanceof HTMLElement ? place : fallback)?.focus({ preventScroll: true });
  };
}
