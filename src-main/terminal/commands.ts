import type { Command } from './command';
import { balance } from './commands/balance';
import { begin } from './commands/begin';
import { cards } from './commands/cards';
import { gallery } from './commands/gallery';
import { generate } from './commands/generate';
import { help } from './commands/help';
import { queue } from './commands/queue';
import { quote } from './commands/quote';
import { run } from './commands/run';
import { statement } from './commands/statement';
import { verify } from './commands/verify';
import { version } from './commands/version';

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  cards,
  begin,
  quote,
  generate,
  queue,
  gallery,
  balance,
  statement,
  verify,
  run,
  help,
  version,
];
