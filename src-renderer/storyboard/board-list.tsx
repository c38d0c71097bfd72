import { Trash2 } from 'lucide-react';
import type { ListedBoard } from '../../src-shared/contract/boards';
import { IconButton } from '../ui/button';
import { formatDay } from '../ui/dates';
import { Skeleton } from '../ui/empty';
import { formatNumberOf } from '../ui/figures';
import { openBoard, removeBoard } from './storyboard-actions';
import { storyboardStore } from './storyboard-store';

/** The storyboards there are, the one changed last first. */
export function BoardList() {
  const boards = storyboardStore((store) => store.boards);
  if (boards === null) return <Skeleton className="h-16" />;
  if (boards.length === 0) return null;
  return (
    <section aria-label="Your storyboards">
      <h2 className="mb-2 font-semibold">Your storyboards</h2>
      <ul className="flex flex-col gap-1">
        {boards.map((board) => (
          <Row key={board.id} board={board} />
        ))}
      </ul>
    </section>
  );
}

function Row({ board: { id, title, scenes, changedAt } }: { board: ListedBoard }) {
  const name = title === '' ? 'Untitled' : title;
  return (
    <li className="flex items-center gap-1 rounded-md border border-line bg-panel hover:border-edge">
      <button
        type="button"
        onClick={() => void openBoard(id)}
        className="flex min-w-0 flex-1 items-baseline gap-3 rounded-md px-3 py-2 text-left"
      >
        <bdi className="min-w-0 flex-1 truncate font-medium">{name}</bdi>
        <span className="text-xs whitespace-nowrap text-muted">
          {formatNumberOf(scenes, 'scene')} · {formatDay(changedAt)}
        </span>
      </button>
      <IconButton label={`Delete ${name}`} onClick={() => void removeBoard(id)}>
        <Trash2 size={15} aria-hidden />
      </IconButton>
    </li>
  );
}
