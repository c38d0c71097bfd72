import { cruise } from 'dependency-cruiser';
import { walls } from './walls';

export type WallsChecked = {
  /** How many source files were read: a check of none proves nothing. */
  readonly modules: number;
  /** One line a violation: the wall, who broke it with what, and what to use instead. */
  readonly violations: readonly string[];
};

/** Reads the imports of the folders in `root` and holds them against the walls. */
export async function checkWalls(root: string, folders: readonly string[]): Promise<WallsChecked> {
  const { output } = await cruise(
    [...folders],
    {
      // TypeScript 7 has no parser that others can call: without swc nothing is read, and all is well.
      parser: 'swc',
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: [...walls] },
    },
    {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  );
  if (typeof output === 'string') throw new Error('dependency-cruiser gave a text, not a result');
  const read = output.modules.filter(({ source }) =>
    folders.some((folder) => source.startsWith(`${folder}/`)),
  );
  const instead = new Map(walls.map((wall) => [wall.name, wall.comment]));
  const violations = output.summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} → ${to} (instead: ${instead.get(rule.name)})`,
  );
  return { modules: read.length, violations: [...new Set(violations)].sort() };
}
