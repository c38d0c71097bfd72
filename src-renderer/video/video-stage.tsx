import { BatchStage } from '../create/stage';
import { draftStore } from '../stores/draft';
import { useBegun } from '../stores/workspace';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';

const examples = [
  'Waves roll in below a lighthouse at dusk',
  'Snow falls on a village while day turns to night',
  'A river winds through misty mountains, pan right',
];

/** The newest batch; before the first one, what a clip can be. */
export function VideoStage() {
  return <BatchStage firstSteps={<FirstClip />} />;
}

function FirstClip() {
  const { card } = useBegun();
  const take = (prompt: string) =>
    draftStore.getState().changeAndFit({ prompt, clipStart: 'words' }, card);
  return (
    <Empty title="Your first clip will appear here">
      <p>
        Write what it should show and what should happen, or let a picture move. It has no sound.
        The receipt tells the price of every second as you type.
      </p>
      <ul aria-label="Examples" className="flex flex-col items-center gap-1.5">
        {examples.map((example) => (
          <li key={example}>
            <Button onClick={() => take(example)}>{example}</Button>
          </li>
        ))}
      </ul>
    </Empty>
  );
}
