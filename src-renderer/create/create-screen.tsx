import { ReceiptFoot } from './receipt-foot';
import { SettingsForm } from './settings-form';
import { Stage } from './stage';

/** Settings left, the newest batch in the middle; the queue stands beside it. */
export function CreateScreen() {
  return (
    <div className="flex h-full">
      <h1 className="sr-only">Create</h1>
      <section
        aria-label="Settings"
        className="flex w-84 shrink-0 flex-col border-r border-line bg-panel xl:w-92"
      >
        <div className="relative min-h-0 flex-1 overflow-y-auto px-4 py-3">
          <SettingsForm />
        </div>
        <ReceiptFoot />
      </section>
      <Stage />
    </div>
  );
}
