import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { projectFolder } from '../../scripts/setup/project.mjs';
import type { Request } from '../../src-shared/jobs/request';

/** What a maker of the darkroom answered, and what it showed meanwhile. */
export type MadeThere = {
  readonly kind: 'made' | 'refused' | 'cancelled';
  /** The file, in base 64; empty where none was made. */
  readonly file: string;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
  readonly reading: string;
  readonly message: string;
  readonly fractions: readonly number[];
  readonly previews: number;
  /** The longest time in which it let no message in, in milliseconds. */
  readonly longestSpell: number;
  readonly milliseconds: number;
};

/** A second page of the darkroom in a running Tally, under its own policy, that no order reaches. */
export async function openDarkroomPage(app: ElectronApplication): Promise<Page> {
  const [page] = await Promise.all([
    app.waitForEvent('window'),
    app.evaluate(({ BrowserWindow }) => {
      const webPreferences = { sandbox: true, contextIsolation: true, backgroundThrottling: false };
      const window = new BrowserWindow({ show: false, webPreferences });
      void window.loadURL('tally://app/darkroom.html');
    }),
  ]);
  await page.waitForURL('tally://app/darkroom.html');
  return page;
}

/** The address of a built module that is loaded when first needed, by the name of its source file. */
export function builtModule(name: string): string {
  const folder = join(projectFolder, 'out', 'renderer', 'assets');
  const files = readdirSync(folder).filter(
    (file) => file.startsWith(`${name}-`) && file.endsWith('.js'),
  );
  const [file] = files;
  if (file === undefined || files.length > 1) throw new Error(`${files.length} modules ${name}`);
  return `tally://app/assets/${file}`;
}

type MakeThere = {
  /** The built module and what it exports. */
  readonly module: string;
  readonly maker: string;
  readonly request: Request;
  /** Pictures by the hash under which the request names them, as PNG in base 64. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Cancels as soon as so much is done. */
  readonly cancelAt?: number;
};

/** Runs a maker of the built darkroom in such a page, on a bench that writes down what it is told. */
export function makeThere(page: Page, order: MakeThere): Promise<MadeThere> {
  return page.evaluate(async ({ module, maker, request, inputs, cancelAt }) => {
    const fromBase64 = (text: string) => Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
    const toBase64 = (bytes: Uint8Array) => {
      let text = '';
      for (let start = 0; start < bytes.length; start += 8192) {
        text += String.fromCharCode(...bytes.subarray(start, start + 8192));
      }
      return btoa(text);
    };
    const fractions: number[] = [];
    const cancellation = new AbortController();
    const { port1, port2 } = new MessageChannel();
    let [previews, paused, longestSpell] = [0, performance.now(), 0];
    const bench = {
      signal: cancellation.signal,
      progress: (fraction: number) => {
        fractions.push(fraction);
        if (cancelAt !== undefined && fraction >= cancelAt) cancellation.abort();
      },
      preview: async () => {
        previews += 1;
      },
      lastPreview: async () => {
        previews += 1;
      },
      pause: async () => {
        longestSpell = Math.max(longestSpell, performance.now() - paused);
        await new Promise<void>((resolve) => {
          port1.onmessage = () => resolve();
          port2.postMessage(null);
        });
        paused = performance.now();
      },
      input: (sha256: string) => {
        const file = inputs[sha256];
        if (file === undefined) throw new Error('the request names no such picture');
        return fromBase64(file);
      },
    };
    const makers = await import(module);
    const begun = performance.now();
    const made = await makers[maker](request, bench);
    port1.close();
    return {
      kind: made.kind,
      file: made.bytes === undefined ? '' : toBase64(made.bytes),
      mediaType: made.mediaType ?? '',
      width: made.width ?? 0,
      height: made.height ?? 0,
      reading: made.reading ?? '',
      message: made.message ?? '',
      fractions,
      previews,
      longestSpell,
      milliseconds: performance.now() - begun,
    };
  }, order);
}
