import type { Command } from './command';
import { backups } from './commands/backups';
import { balance } from './commands/balance';
import { begin } from './commands/begin';
import { cards } from './commands/cards';
import { chat } from './commands/chat';
import { clock } from './commands/clock';
import { edit } from './commands/edit';
import { exportCommand } from './commands/export';
import { forecast } from './commands/forecast';
import { gallery } from './commands/gallery';
import { generate } from './commands/generate';
import { help } from './commands/help';
import { invoices } from './commands/invoices';
import { orders } from './commands/orders';
import { packs } from './commands/packs';
import { plan } from './commands/plan';
import { proof } from './commands/proof';
import { queue } from './commands/queue';
import { quote } from './commands/quote';
import { receipt } from './commands/receipt';
import { refine } from './commands/refine';
import { run } from './commands/run';
import { seats } from './commands/seats';
import { statement } from './commands/statement';
import { storyboard } from './commands/storyboard';
import { units } from './commands/units';
import { usage } from './commands/usage';
import { verify } from './commands/verify';
import { version } from './commands/version';
import { video } from './commands/video';
import { whatif } from './commands/whatif';
import { why } from './commands/why';

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  cards,
  begin,
  quote,
  generate,
  edit,
  refine,
  video,
  storyboard,
  chat,
  queue,
  gallery,
  plan,
  seats,
  units,
  packs,
  orders,
  invoices,
  balance,
  statement,
  usage,
  why,
  receipt,
  forecast,
  whatif,
  exportCommand,
  verify,
  proof,
  backups,
  clock,
  run,
  help,
  version,
];
