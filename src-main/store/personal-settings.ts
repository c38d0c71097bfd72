import { type Settings, settingsSchema } from '../../src-shared/contract/settings';
import type { SettingStore } from './settings';

/** A change of some settings; what is left out stays. */
export type SettingsChange = {
  readonly [name in keyof Settings]?: Settings[name] | undefined;
};

const settingName = 'settings';
const firstSettings: Settings = { theme: 'system' };

/** How the person wants Tally to be; what it is at first when they never said. */
export function readSettings(store: SettingStore): Settings {
  return settingsSchema.parse(store.read(settingName) ?? firstSettings);
}

/** Keeps a change and answers with all settings. Belongs inside `write`. */
export function saveSettings(store: SettingStore, change: SettingsChange): Settings {
  const changed: Settings = { theme: change.theme ?? readSettings(store).theme };
  store.save(settingName, changed);
  return changed;
}
