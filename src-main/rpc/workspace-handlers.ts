import type { RateCard } from '../../src-shared/billing/rate-card';
import type { EngineListing } from '../../src-shared/contract/engines';
import type { Settings } from '../../src-shared/contract/settings';
import type { WorkspaceState } from '../../src-shared/contract/workspace';
import type { Refusal } from '../../src-shared/refusal';
import { beginWorkspace, type FirstChoice } from '../billing-clock/begin-workspace';
import { workspaceStateOf } from '../billing-clock/workspace-state';
import { type SettingsChange, saveSettings } from '../store/personal-settings';
import { write } from '../store/write';
import type { Context } from './context';
import { refuse } from './refuse';

export function state({ studio }: Context): WorkspaceState {
  studio.ports.clock.catchUp();
  return workspaceStateOf(studio.ports.workspace.read(), studio.ports.time);
}

/** The cards that can be chosen, and a sentence for each file that can't be read as one. */
export function cards({ studio }: Context): {
  cards: readonly RateCard[];
  unusable: readonly Refusal[];
} {
  const unusable = studio.rateCards.unusable.map(
    (card): Refusal => ({ code: 'card-invalid', ...card }),
  );
  return { cards: studio.rateCards.cards, unusable };
}

export function begin(context: Context, choice: FirstChoice): WorkspaceState {
  const { studio } = context;
  const refusal = beginWorkspace(studio.ports, studio.rateCards.cards, choice);
  if (refusal !== null) refuse(refusal);
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
