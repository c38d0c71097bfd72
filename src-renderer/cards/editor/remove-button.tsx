import { Trash2, Undo2 } from 'lucide-react';
import { IconButton } from '../../ui/button';
import type { ListName } from '../card-draft';
import { cardsStore } from '../cards-store';
import { changeLine } from '../edit-lines';

type RemoveButtonProps = { list: ListName; line: { key: string; removed: boolean }; name: string };

/** Takes a line out of the card, or puts it back: the same button, so that a slip is undone where it happened. */
export function RemoveButton({ list, line: { key, removed }, name }: RemoveButtonProps) {
  const toggle = () =>
    cardsStore.getState().edit((draft) => changeLine(draft, list, key, { removed: !removed }));
  return (
    <IconButton label={removed ? `Put back ${name}` : `Remove ${name}`} onClick={toggle}>
      {removed ? <Undo2 size={15} aria-hidden /> : <Trash2 size={15} aria-hidden />}
    </IconButton>
  );
}
