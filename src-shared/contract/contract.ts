import { credits } from './credits';
import { engines } from './engines';
import { events } from './events';
import { gallery } from './gallery';
import { jobs } from './jobs';
import { settings } from './settings';
import { workspace } from './workspace';

/** Everything that can be asked of the main process, by the page and by the terminal alike (D3). */
export const contract = { workspace, credits, jobs, gallery, engines, settings, events };
