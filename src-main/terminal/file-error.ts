/** Why a file the person named could not be used, by the system's code, such as `ENOENT`; null for any other error. */
export function fileErrorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
