import type { KeyboardEvent, MouseEvent } from 'react';

/**
 * For a button that spends or stops: the second half of a double click, and a key that is held down, press it no second
 * time. What it is called may have changed meanwhile.
 */
export function pressOnce(act: () => void) {
  return {
    onClick: (event: MouseEvent) => {
      if (event.detail <= 1) act();
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.repeat) event.preventDefault();
    },
  };
}
