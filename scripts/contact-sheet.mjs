// Paints docs/contact-sheet.webp, twenty-four pictures by Sketch: node scripts/contact-sheet.mjs [SIDE]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, runScript } from './setup/problem.mjs';
import { projectFolder } from './setup/project.mjs';
import { withSketchWindow } from './sketch-window.mjs';

const target = join(projectFolder, 'docs', 'contact-sheet.webp');

await runScript(async () => {
  const side = Number(process.argv[2] ?? 400);
  if (!Number.isInteger(side) || side < 64 || side > 800) {
    throw new Problem('A picture on the sheet is 64 to 800 pixels wide.');
  }
  const sheet = await withSketchWindow('contact-sheet.ts', (page) =>
    page.evaluate(paintInPage, side),
  );
  writeFileSync(target, Buffer.from(sheet, 'base64'));
  process.stdout.write(`painted ${target}\n`);
});

/**
 * Runs in the page.
 * @param {number} side
 * @returns {Promise<string>} the picture, in base 64
 */
async function paintInPage(side) {
  // @ts-expect-error: the bundle that the page was given has put this name there.
  const painting = globalThis.sketch.paintContactSheet(side);
  let step = painting.next();
  while (!step.done) step = painting.next();
  const blob = await step.value.convertToBlob({ type: 'image/webp', quality: 0.86 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return btoa(text);
}
