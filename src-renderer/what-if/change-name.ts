import type { Change } from '../stores/what-if';

/** What a change is, in a word or two. */
export function changeName(change: Change): string {
  switch (change.kind) {
    case 'change-plan':
      return 'Change the plan';
    case 'start-plan':
      return 'Start a plan';
    case 'end-plan':
      return 'End the plan';
    case 'add-seats':
      return 'Add seats';
    case 'remove-seat':
      return 'Remove a seat';
    case 'buy-units':
      return 'Buy units';
    case 'cancel-units':
      return 'Cancel units';
    case 'buy-packs':
      return 'Buy packs';
  }
}
