import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button';
import type { CardDraft, ListName } from '../card-draft';
import { cardsStore } from '../cards-store';
import { placeOf } from '../draft-data';
import type { Added } from '../edit-lines';
import { goToPlace } from './places';

type AddButtonProps = {
  list: ListName;
  /** The field that the focus goes to. */
  field: string;
  add: (draft: CardDraft) => Added;
  children: ReactNode;
};

/** Adds a line and puts the focus into it. */
export function AddButton({ list, field, add, children }: AddButtonProps) {
  const addIt = () => {
    let key = '';
    cardsStore.getState().edit((draft) => {
      const added = add(draft);
      key = added.key;
      return added.draft;
    });
    goToPlace(placeOf(list, key, field));
  };
  return (
    <Button onClick={addIt} className="self-start">
      <Plus size={14} aria-hidden />
      {children}
    </Button>
  );
}
