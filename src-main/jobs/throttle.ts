export type Throttled = {
  (): void;
  /** Acts now if it was to act later. */
  flush(): void;
};

/**
 * Acts at the first call at once, and after that no more often than every `interval` milliseconds:
 * calls that come too soon act together, once, when it has passed.
 */
export function throttle(act: () => void, interval: number): Throttled {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let due = false;
  const actNow = () => {
    due = false;
    timer = setTimeout(pass, interval);
    act();
  };
  const pass = () => {
    timer = null;
    if (due) actNow();
  };
  const call = () => {
    if (timer === null) actNow();
    else due = true;
  };
  const flush = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (!due) return;
    due = false;
    act();
  };
  return Object.assign(call, { flush });
}
