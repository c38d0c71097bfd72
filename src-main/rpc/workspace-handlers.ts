import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { EngineListing } from '../../src-shared/contract/engines';
import type { TallyEvent } from '../../src-shared/contract/events';
import type { Settings } from '../../src-shared/contract/settings';
import type { WorkspaceState } from '../../src-shared/contract/workspace';
import type { Refusal } from '../../src-shared/refusal';
import { beginWorkspace, type FirstChoice } from '../billing-clock/begin-workspace';
import { workspaceStateOf } from '../billing-clock/workspace-state';
import { type SettingsChange, saveSettings } from '../store/personal-settings';
import { write } from '../store/write';
import { choices, takeUpLater } from './cards-handlers';
import type { Context } from './context';
import { refuse } from './refuse';

export function state({ studio }: Context): WorkspaceState {
  studio.ports.clock.catchUp();
  const { plans, time, identity } = studio.ports;
  return workspaceStateOf(plans, time, identity.testClock);
}

/** The cards that can be chosen, and a sentence for each file that can't be read as one. */
export function cards(context: Context): {
  cards: readonly RateCard[];
  unusable: readonly Refusal[];
} {
  const { cards, unusable } = choices(context);
  return { cards, unusable: unusable.map((card): Refusal => ({ code: 'card-invalid', ...card })) };
}

export function begin(context: Context, choice: FirstChoice): WorkspaceState {
  const { studio } = context;
  const refusal = beginWorkspace(studio.ports, choices(context).cards, choice);
  if (refusal !== null) refuse(refusal);
  takeUpLater(context);
  return state(context);
}

export function engines({ studio }: Context): { engines: EngineListing[] } {
  const listed = studio.ports.engines.map((engine) => ({
    ...engine.capabilities,
    health: engine.health(),
  }));
  return { engines: listed };
}

export function changeSettings({ studio }: Context, change: SettingsChange): Settings {
  const { database, settings } = studio.ports;
  const changed = write(database, () => saveSettings(settings, change));
  studio.events.publish({ kind: 'settings-changed', settings: changed });
  return changed;
}

/** All that happens from now on; the first window also hears what the start found. */
export function follow(
  { studio, caller }: Context,
  signal: AbortSignal | undefined,
): AsyncGenerator<TallyEvent, void, void> {
  const events = studio.events.subscribe(signal);
  if (caller === 'page') studio.greet();
  return events;
}
