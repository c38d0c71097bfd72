import { useEffect } from 'react';
import type { KnownCard } from '../../src-shared/contract/cards';
import { creditsStore } from '../stores/credits';
import { refreshCards } from './card-actions';
import { cardsStore } from './cards-store';

/** The known cards; read anew when a plan may have changed and when the window is looked at again. */
export function useCards(): readonly KnownCard[] | null {
  const revision = creditsStore((store) => store.revision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new balance may mean that another version is in use
  useEffect(() => {
    const read = () => void refreshCards();
    read();
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, [revision]);
  return cardsStore((store) => store.cards);
}
