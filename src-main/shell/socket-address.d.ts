/** The types of `scripts/socket-address.mjs`, which the launcher runs as it is, without a compiler. */
declare module '*/scripts/socket-address.mjs' {
  export function socketAddress(
    dataFolder: string,
    machine: {
      readonly platform: string;
      readonly temporaryFolder: string;
      readonly userId: number;
    },
  ): string;
  export function realFolderPath(folder: string): string;
  export function defaultDataFolder(machine: {
    readonly platform: string;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly homeFolder: string;
  }): string;
  /** Throws an error whose message is a sentence when the folder is not this user's alone. */
  export function secureSocketFolder(address: string, userId: number): void;
}
