import type { StoreApi } from 'zustand';

/** Puts a store back to how it was when the page was loaded. */
export function reset<State>(store: StoreApi<State>): void {
  store.setState(store.getInitialState(), true);
}
