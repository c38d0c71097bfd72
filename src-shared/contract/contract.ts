import { boards } from './boards';
import { cards } from './cards';
import { chat } from './chat';
import { clock } from './clock';
import { credits } from './credits';
import { drafts } from './drafts';
import { engines } from './engines';
import { events } from './events';
import { forecast } from './forecast';
import { gallery } from './gallery';
import { insight } from './insight';
import { invoices } from './invoices';
import { jobs } from './jobs';
import { languageModel } from './language-model';
import { past } from './past';
import { pictures } from './pictures';
import { plan } from './plan';
import { proof } from './proof';
import { settings } from './settings';
import { workspace } from './workspace';

/** Everything that can be asked of the main process, by the page and by the terminal alike (D3). */
export const contract = {
  workspace,
  plan,
  credits,
  insight,
  forecast,
  invoices,
  proof,
  cards,
  clock,
  jobs,
  gallery,
  pictures,
  past,
  boards,
  chat,
  languageModel,
  drafts,
  engines,
  settings,
  events,
};
