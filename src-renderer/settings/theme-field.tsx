import { Monitor, Moon, Sun } from 'lucide-react';
import type { Settings } from '../../src-shared/contract/settings';
import { ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { settingsStore } from '../stores/settings';
import { tellProblem } from '../stores/toasts';
import { Choice, Choices } from '../ui/choice';

const themes: readonly { id: Settings['theme']; name: string; icon: typeof Sun }[] = [
  { id: 'system', name: 'As the system', icon: Monitor },
  { id: 'light', name: 'Light', icon: Sun },
  { id: 'dark', name: 'Dark', icon: Moon },
];

/** Light, dark, or as the system says. */
export function ThemeField() {
  const theme = settingsStore((store) => store.settings?.theme ?? 'system');
  return (
    <section aria-labelledby="theme-heading">
      <h2 id="theme-heading" className="mb-2 text-base font-semibold">
        Theme
      </h2>
      <Choices
        label="Theme"
        value={theme}
        onChange={(id) => void changeTheme(id)}
        className="flex flex-wrap gap-1.5"
      >
        {themes.map(({ id, name, icon: Icon }) => (
          <Choice key={id} value={id} className="flex h-9 items-center gap-2 px-3">
            <Icon size={15} aria-hidden />
            {name}
          </Choice>
        ))}
      </Choices>
    </section>
  );
}

async function changeTheme(id: string): Promise<void> {
  const theme = themes.find((candidate) => candidate.id === id)?.id;
  if (theme === undefined) return;
  const answer = await ask(tally().settings.change({ theme }));
  if (answer.kind === 'answered') settingsStore.getState().set(answer.value);
  else tellProblem(sentenceOf(answer));
}
