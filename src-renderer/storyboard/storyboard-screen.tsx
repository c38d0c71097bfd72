import { useEffect } from 'react';
import { BoardFoot } from './board-foot';
import { BoardPanel } from './board-panel';
import { keepNow } from './keep-board';
import { SceneList } from './scene-list';
import { StartPanel } from './start-panel';
import { storyboardStore } from './storyboard-store';
import { useFollowing } from './use-board';

/** A topic or a document becomes scenes; scenes become pictures (A5, B1), and pictures a film (A4). */
export function StoryboardScreen() {
  const isOpen = storyboardStore((store) => store.board !== null);
  const said = storyboardStore((store) => store.said);
  useFollowing();
  useEffect(() => () => void keepNow(), []);
  return (
    <div className="flex h-full">
      <h1 className="sr-only">Storyboard</h1>
      {isOpen ? (
        <>
          <section
            aria-label="Storyboard settings"
            className="flex w-76 shrink-0 flex-col border-r border-line bg-panel xl:w-84"
          >
            <BoardPanel />
            <BoardFoot />
          </section>
          <SceneList />
        </>
      ) : (
        <StartPanel />
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}
