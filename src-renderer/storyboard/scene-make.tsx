import { isBlank } from '../../src-shared/jobs/look';
import type { Scene } from '../../src-shared/storyboard/board';
import { changeScene } from '../../src-shared/storyboard/edit-board';
import { priceScene } from '../../src-shared/storyboard/price-board';
import { qualityOf, visualQualities } from '../../src-shared/storyboard/visual-request';
import { cancelJob } from '../queue/queue-actions';
import { useBegun } from '../stores/workspace';
import { Button } from '../ui/button';
import { Select } from '../ui/select';
import { edit } from './keep-board';
import { makeVisuals } from './make-actions';
import { pressOnce } from './press-once';
import { priceWords, qualityNames } from './quality-words';
import { SceneTries } from './scene-tries';
import { storyboardStore } from './storyboard-store';
import { useBoard, useMade } from './use-board';

/** The quality of a scene's picture with its price, and the button that has it made, or made anew (A3, A5). */
export function SceneMake({ scene, place }: { scene: Scene; place: number }) {
  const board = useBoard();
  const { card } = useBegun();
  const { asset, job, failure } = useMade(scene.id);
  const busy = storyboardStore((store) => store.busy);
  const priced = priceScene(card, board, scene);
  const price = priceWords(priced);
  const isMetered = priced.kind === 'quote' && priced.quote.total > 0;
  const isUnsaid = isBlank(scene.prompt);
  const isOff = isUnsaid || busy !== 'none';
  return (
    <div className="flex flex-col gap-1.5">
      <QualitySelect scene={scene} place={place} />
      {job === null ? (
        <Button
          aria-label={`${asset === null ? 'Make' : 'Make anew'} the picture of scene ${place + 1}, ${price}`}
          aria-disabled={isOff}
          title={isUnsaid ? 'Say first what the picture shows' : undefined}
          {...pressOnce(() => (isOff ? undefined : void makeVisuals(card, [scene.id])))}
        >
          {asset === null ? 'Make' : 'Make anew'} · {price}
        </Button>
      ) : (
        <Button
          aria-label={`Cancel the picture of scene ${place + 1}`}
          {...pressOnce(() => void cancelJob(job))}
        >
          Cancel
        </Button>
      )}
      {isMetered && asset !== null && job === null ? <SceneTries scene={scene} /> : null}
      {failure === null ? null : <p className="text-xs text-danger">Not made: {failure}</p>}
    </div>
  );
}

function QualitySelect({ scene, place }: { scene: Scene; place: number }) {
  const board = useBoard();
  const { card } = useBegun();
  const offered = visualQualities(card, board.source);
  if (offered.length < 2) return null;
  return (
    <Select
      aria-label={`Quality of scene ${place + 1}`}
      value={qualityOf(card, board.source, scene)}
      onChange={({ target }) => {
        const quality = offered.find((each) => each === target.value);
        if (quality !== undefined) edit((each) => changeScene(each, scene.id, { quality }));
      }}
    >
      {offered.map((quality) => (
        <option key={quality} value={quality}>
          {qualityNames[quality]} · {priceWords(priceScene(card, board, { ...scene, quality }))}
        </option>
      ))}
    </Select>
  );
}
