/**
 * What a page posts to its own window, with one end of a `MessageChannel`, to be connected with the
 * main process. The preload passes the port on; the contract is spoken over it (D3).
 */
export const connectChannel = 'tally:connect';
