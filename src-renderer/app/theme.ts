import { settingsStore } from '../stores/settings';

/** Keeps the root's `data-theme` at the chosen theme; without one the system's own holds. */
export function followTheme(): void {
  const apply = () => {
    const theme = settingsStore.getState().settings?.theme ?? 'system';
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  };
  settingsStore.subscribe(apply);
  apply();
}
