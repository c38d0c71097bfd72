import { takeOwnership } from '../../src-main/shell/ownership';

// Takes the folder named on the command line, says what came of it, and holds on until it is killed
// or its standard input ends.
const ownership = takeOwnership(process.argv[2] ?? '');
process.stdout.write(`${ownership.kind}\n`);
process.stdin.resume();
process.stdin.once('end', () => {
  if (ownership.kind === 'owned') ownership.release();
  process.exit(0);
});
