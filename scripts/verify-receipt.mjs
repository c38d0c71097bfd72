// Checks a receipt without Tally's data: npm run verify -- FILE [--key FINGERPRINT]
import { readFileSync } from 'node:fs';
import { checkReceipt } from './proof/check-receipt.mjs';

const EXIT_STATUS = { sound: 0, broken: 1, unusable: 2 };
const LARGEST_RECEIPT = 5_000_000;

process.exitCode = run(process.argv.slice(2));

/**
 * @param {readonly string[]} argv
 * @returns {number} the exit status: 0 sound, 1 broken, 2 no receipt or not to be read
 */
function run(argv) {
  const { file, key, problem } = readArguments(argv);
  if (file === undefined || problem !== undefined) {
    say(problem ?? 'Name the file of one receipt: npm run verify -- FILE [--key FINGERPRINT].');
    return EXIT_STATUS.unusable;
  }
  const text = readText(file);
  if (text === undefined) return EXIT_STATUS.unusable;
  const checked = checkReceipt(text, key === undefined ? {} : { key });
  if (checked.kind === 'no-receipt') {
    say(`${file} ${checked.message}.`);
    return EXIT_STATUS.unusable;
  }
  for (const line of checked.lines) process.stdout.write(`ok      ${line}.\n`);
  if (checked.kind === 'broken') {
    process.stdout.write(`broken  ${sentence(checked.at, checked.message)}\n`);
    return EXIT_STATUS.broken;
  }
  process.stdout.write('The receipt is sound.\n');
  return EXIT_STATUS.sound;
}

/**
 * @param {readonly string[]} argv
 * @returns {{ file?: string, key?: string, problem?: string }}
 */
function readArguments(argv) {
  /** @type {{ file?: string, key?: string }} */
  const found = {};
  const left = [...argv];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--key' || word.startsWith('--key=')) {
      const key = word === '--key' ? (left.shift() ?? '') : word.slice('--key='.length);
      if (!/^[0-9a-f\s:]+$/i.test(key)) return { problem: '--key needs a fingerprint after it.' };
      found.key = key;
    } else if (word.startsWith('--')) {
      return { problem: `There is no option ${word}; there is --key FINGERPRINT.` };
    } else if (found.file !== undefined) {
      return { problem: 'Name one receipt at a time.' };
    } else {
      found.file = word;
    }
  }
  return found;
}

/**
 * @param {string} file
 * @returns {string | undefined} undefined once it was said why there is none
 */
function readText(file) {
  try {
    const bytes = readFileSync(file);
    if (bytes.length <= LARGEST_RECEIPT) return bytes.toString('utf8');
    say(`${file} is no receipt of Tally: it is too large for one.`);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    say(`${file} can’t be read (${error.message}).`);
  }
  return undefined;
}

/**
 * @param {string} at
 * @param {string} message
 */
function sentence(at, message) {
  return `This receipt is not sound: its ${at} ${message}.`;
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`${text}\n`);
}
