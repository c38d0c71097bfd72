/** Closes a switch over a union: a new kind fails compilation here, and a lie fails loudly. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
