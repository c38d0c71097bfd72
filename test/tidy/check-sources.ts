import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { lineAt, readSource } from './source';
import { sourceRules } from './source-rules';

/** Every source file of the folders in `root`, as paths from it. */
export function sourcePaths(root: string, folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => /\.(ts|tsx|mjs|js)$/.test(path) && statSync(join(root, path)).isFile())
      .sort(),
  );
}

/** One line a violation of the rules inside files: rule, place, and what to do instead. */
export function checkSource(path: string, text: string): string[] {
  const source = readSource(path, text);
  return sourceRules
    .filter(({ files, except }) => files.test(path) && except?.test(path) !== true)
    .flatMap(({ name, instead, find }) =>
      find(source).map(
        (position) => `${name}: ${path}:${lineAt(text, position)} (instead: ${instead})`,
      ),
    );
}

export function checkSources(root: string, folders: readonly string[]): string[] {
  return sourcePaths(root, folders).flatMap((path) =>
    checkSource(path, readFileSync(join(root, path), 'utf8')),
  );
}
