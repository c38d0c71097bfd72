import { screenStore } from '../stores/screen';
import { Confirm } from '../ui/confirm';
import { cardsStore } from './cards-store';
import { forgetDraft, keptDraft } from './kept-draft';

/** Asks before a draft is thrown away by going elsewhere. */
export function LeaveQuestion() {
  const leaving = screenStore((store) => store.leaving);
  const editing = cardsStore((store) => store.editing);
  const name = leaving === null ? '' : ((editing?.draft ?? keptDraft())?.name ?? '');
  const { stay, leaveAnyway } = screenStore.getState();
  return (
    <Confirm
      open={leaving !== null}
      onClose={stay}
      title="Throw your changes away?"
      deed="Throw away"
      safe={editing === null ? 'Keep it' : 'Keep editing'}
      onConfirm={() => {
        forgetDraft();
        cardsStore.getState().close();
        leaveAnyway();
      }}
    >
      <bdi>{name.trim() === '' ? 'The card' : `«${name}»`}</bdi> is not saved. Going on throws away
      what you changed.
    </Confirm>
  );
}
