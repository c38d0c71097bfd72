import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Ended, startOutside } from '../helpers/outside-terminal';
import { pdfText } from '../helpers/pdf-text';
import { expect, test } from './open-tally';

/** What a PDF is, without and with looking into its pages. */
function readPdf(file: string) {
  const bytes = readFileSync(file);
  const plain = bytes.toString('latin1');
  return {
    title: /\/Title \(([^)]*)\)/.exec(plain)?.[1],
    isWhole: plain.startsWith('%PDF-1.') && plain.trimEnd().endsWith('%%EOF'),
    sheets: plain.match(/\/Type \/Page\b/g)?.length ?? 0,
    doesThings: /\/(JavaScript|JS|Launch|EmbeddedFile|URI)\b/.test(plain),
    isTagged: plain.includes('/MarkInfo'),
    text: pdfText(bytes),
  };
}

async function outputOf(ended: Promise<Ended>): Promise<string> {
  const { status, output, error } = await ended;
  expect(status, error).toBe(0);
  return output.trim();
}

/** Says a command to the Tally that has the folder open; answers what it printed. */
function speakTo(folder: string) {
  const printed = join(folder, 'printed');
  mkdirSync(printed, { recursive: true });
  const say = (...words: string[]) =>
    outputOf(startOutside([...words, '--data', folder], folder).ended);
  const print = (kind: string) => say('export', kind, '--format', 'pdf', '--out', printed);
  return { say, print };
}

const printed = {
  statement: ['Statementofcredits', 'Creditsgranted120', 'Creditsattheend120', 'oneadd-onunit'],
  invoices: ['Invoices', 'Billed,withaprice$10', 'Personaladd-onunit'],
  usage: ['Useofcreditsbyday', 'Creditscharged0', 'Thereisnothingonthesedays.'],
} as const;

test('statement, invoices and usage are printed to PDF by the app itself', async ({
  opened,
  folder,
}) => {
  const { app } = await opened({ card: 'AI Studios', plan: 'Personal', billed: 'Monthly' });
  const { say, print } = speakTo(folder);
  await say('units', 'buy', 'personal-unit', '--yes');
  const windows = app.windows().length;
  for (const [kind, words] of Object.entries(printed)) {
    const file = await print(kind);
    expect(basename(file)).toMatch(new RegExp(`^tally-${kind}-.*\\.pdf$`));
    const { title, text, ...facts } = readPdf(file);
    expect(facts).toEqual({ isWhole: true, sheets: 1, doesThings: false, isTagged: true });
    expect(title).toMatch(/^[\w ]+, \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d$/);
    for (const word of words) expect(text).toContain(word);
    expect(text).toContain('Tallytakesnopayments:thislistswhattheservicebills.');
    expect(text).toMatch(/Page1of1$/);
    expect(text).not.toMatch(/test/i);
  }
  // The hidden window of the printer is gone with its page.
  await expect.poll(() => app.windows().length).toBe(windows);
});

test('years of a test workspace fill many sheets, each of them marked', async ({
  open,
  folder,
}) => {
  await open(folder, { args: ['--test-clock', '2030-01-15T12:00:00Z'] });
  const { say, print } = speakTo(folder);
  await say('begin', '--card', 'chatnow', '--plan', 'plus', '--cadence', 'annual');
  await say('clock', 'advance', '2040-01-15T12:00:00Z');
  const file = await print('statement');
  expect(basename(file)).toBe('tally-test-statement-2030-01-15-to-2040-01-15.pdf');
  const { isWhole, sheets, text } = readPdf(file);
  expect(isWhole).toBe(true);
  expect(sheets).toBeGreaterThan(5);
  expect(text).toContain(`Page${sheets}of${sheets}`);
  expect(text.match(/TESTWORKSPACE/g)).toHaveLength(sheets + 1);
});
