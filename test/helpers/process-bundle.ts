import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** A TypeScript file made into one that Node runs by itself, for tests of several processes. */
export type ProcessBundle = { readonly file: string; remove(): void };

/** Bundles the file `entry`; native modules are still found, for it stays in the project. */
export async function bundleProcess(entry: URL): Promise<ProcessBundle> {
  const folder = join(import.meta.dirname, `../../out/test/${process.pid}-${Date.now()}`);
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: fileURLToPath(entry),
      outDir: folder,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'process.mjs' } },
    },
  });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return { file: join(folder, 'process.mjs'), remove };
}
