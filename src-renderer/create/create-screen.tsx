import { EditForm } from '../edit/edit-form';
import { EditStage } from '../edit/edit-stage';
import { PlaygroundForm } from '../playground/playground-form';
import { PlaygroundStage } from '../playground/playground-stage';
import { draftStore } from '../stores/draft';
import type { StudioTool } from '../stores/draft-fields';
import { VideoForm } from '../video/video-form';
import { VideoStage } from '../video/video-stage';
import { ReceiptFoot } from './receipt-foot';
import { SettingsForm } from './settings-form';
import { Stage } from './stage';
import { ToolTabs } from './tool-tabs';

/** A tool's settings, and what stands in the middle while it is chosen. */
type Bench = { readonly Form: () => React.ReactNode; readonly Middle: () => React.ReactNode };

const benches: Record<StudioTool, Bench> = {
  image: { Form: SettingsForm, Middle: Stage },
  edit: { Form: EditForm, Middle: EditStage },
  video: { Form: VideoForm, Middle: VideoStage },
  playground: { Form: PlaygroundForm, Middle: PlaygroundStage },
};

/** Tools and settings left, the newest batch in the middle; the queue stands beside it. */
export function CreateScreen() {
  const tool = draftStore((draft) => draft.tool);
  const { Form, Middle } = benches[tool];
  return (
    <div className="flex h-full">
      <h1 className="sr-only">Create</h1>
      <section
        aria-label="Settings"
        className="flex w-84 shrink-0 flex-col border-r border-line bg-panel xl:w-92"
      >
        <ToolTabs />
        {/* Each tool's form begins at its top. */}
        <div key={tool} className="relative min-h-0 flex-1 overflow-y-auto px-4 py-3">
          <Form />
        </div>
        <ReceiptFoot />
      </section>
      <Middle />
    </div>
  );
}
