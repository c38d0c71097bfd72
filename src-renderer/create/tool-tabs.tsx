import { Columns2, Film, Paintbrush, Sparkle } from 'lucide-react';
import { draftStore } from '../stores/draft';
import { type StudioTool, studioTools } from '../stores/draft-fields';
import { useBegun } from '../stores/workspace';
import { Choice, Choices } from '../ui/choice';

const names: Record<StudioTool, { readonly name: string; readonly icon: typeof Film }> = {
  image: { name: 'Image', icon: Sparkle },
  edit: { name: 'Edit', icon: Paintbrush },
  video: { name: 'Video', icon: Film },
  playground: { name: 'Compare', icon: Columns2 },
};

/** The tools of this screen; the prompt goes along from one to the next. */
export function ToolTabs() {
  const { card } = useBegun();
  const chosen = draftStore((draft) => draft.tool);
  const choose = (id: string) => {
    const tool = studioTools.find((candidate) => candidate === id);
    if (tool !== undefined) draftStore.getState().changeAndFit({ tool }, card);
  };
  return (
    <Choices
      label="Tool"
      value={chosen}
      onChange={choose}
      className="flex shrink-0 gap-1 border-b border-line px-4 py-2"
    >
      {studioTools.map((id) => {
        const { name, icon: Icon } = names[id];
        return (
          <Choice
            key={id}
            value={id}
            className="flex h-8 flex-auto items-center justify-center gap-1 px-1.5 text-sm font-medium"
          >
            <Icon size={14} aria-hidden />
            {name}
          </Choice>
        );
      })}
    </Choices>
  );
}
