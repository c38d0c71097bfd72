import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences under which a part may be shipped inside an MIT program. */
const compatible =
  /^(MIT|MIT-0|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|OFL-1\.1|Python-2\.0|Zlib)$/;

type LockedPackage = { readonly dev?: boolean; readonly license?: string; readonly link?: boolean };

/** Packages that are shipped and whose licence does not allow it, with that licence. */
export function incompatibleLicences(root: string): { checked: number; found: string[] } {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const shipped = Object.entries(lock.packages).filter(
    ([path, { dev }]) => path !== '' && dev !== true,
  );
  const found = shipped
    .map(([path, { license }]) => `${path}: ${license ?? licenceIn(root, path)}`)
    .filter((line) => !mayBeShipped(line.slice(line.indexOf(': ') + 2)));
  return { checked: shipped.length, found };
}

/** Of a choice of licences one is enough; of several that hold together every one must allow it. */
function mayBeShipped(licence: string): boolean {
  const choices = licence.replace(/^\((.*)\)$/, '$1').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((each) => compatible.test(each)));
}

function licenceIn(root: string, path: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
  const named = manifest !== null && typeof manifest === 'object' && 'license' in manifest;
  return named ? String(manifest.license) : 'none';
}
