import type { Studio } from '../studio';

/** Who calls: the page is a stranger that may ask for little, the terminal is the person at the keyboard. */
export type Caller = 'page' | 'terminal';

export type Context = { readonly studio: Studio; readonly caller: Caller };
