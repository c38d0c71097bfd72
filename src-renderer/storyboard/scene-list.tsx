import { Plus } from 'lucide-react';
import { useState } from 'react';
import { mostScenes } from '../../src-shared/jobs/assembly-request';
import { filmSeconds } from '../../src-shared/storyboard/assemble-board';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { formatNumberOf } from '../ui/figures';
import { FilmView } from './film-view';
import { SceneCard } from './scene-card';
import { add, move } from './scene-edits';
import { useBoard } from './use-board';

/** The scenes in their order, under the film that was made of them. */
export function SceneList() {
  const { scenes } = useBoard();
  /** The scene that is being dragged, and the place over which it is held. */
  const [drag, setDrag] = useState<{ readonly id: string; readonly over: number } | null>(null);
  return (
    <section aria-label="Scenes" className="relative min-w-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex max-w-4xl flex-col gap-3 p-4">
        <FilmView />
        <h2 className="flex items-baseline justify-between font-semibold">
          {formatNumberOf(scenes.length, 'scene')}
          <span className="text-sm font-normal text-muted">{filmSeconds(scenes)} s in all</span>
        </h2>
        {scenes.length === 0 ? (
          <Empty title="No scenes">Add one and say what it shows.</Empty>
        ) : (
          <ol className="flex flex-col gap-3">
            {scenes.map((scene, index) => (
              <SceneCard
                key={scene.id}
                scene={scene}
                place={index}
                isOver={drag !== null && drag.over === index && drag.id !== scene.id}
                onDragBegin={() => setDrag({ id: scene.id, over: index })}
                onDragEnd={() => setDrag(null)}
                onDragOver={() => setDrag((held) => held && { ...held, over: index })}
                onDrop={() => {
                  if (drag !== null) move(drag.id, index);
                  setDrag(null);
                }}
              />
            ))}
          </ol>
        )}
        {scenes.length < mostScenes ? (
          <Button onClick={add} className="self-start">
            <Plus size={15} aria-hidden />
            Add a scene
          </Button>
        ) : null}
      </div>
    </section>
  );
}
