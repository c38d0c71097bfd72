import { useCallback, useEffect, useRef, useState } from 'react';
import { type Answer, sentenceOf } from '../app/ask';
import { creditsStore } from '../stores/credits';

type Numbered = { readonly number: number };

/** One page of a list, newest first, and from where older ones are read; null when there are none. */
export type Page<Item> = { readonly items: readonly Item[]; readonly older: number | null };

/** What is known of a list that is read from its newest item on. */
export type Pages<Item> = Page<Item> & {
  readonly loaded: boolean;
  readonly problem: string | null;
};

/**
 * A list with its newest page, read again when the balance changes, and the older pages that were asked
 * for. `read` reads the page before a number and has to stay the same function.
 */
export function usePages<Item extends Numbered>(
  read: (before: number | null) => Promise<Answer<Page<Item>>>,
): Pages<Item> & { loadOlder: () => void } {
  const revision = creditsStore((store) => store.revision);
  const [pages, setPages] = useState<Pages<Item>>({
    items: [],
    older: null,
    loaded: false,
    problem: null,
  });
  const reading = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new balance means new items
  useEffect(() => {
    let current = true;
    void read(null).then((answer) => {
      if (!current) return;
      if (answer.kind === 'answered') setPages((known) => withNewest(known, answer.value));
      else setPages((known) => ({ ...known, loaded: true, problem: sentenceOf(answer) }));
    });
    return () => {
      current = false;
    };
  }, [read, revision]);

  const loadOlder = useCallback(() => {
    if (pages.older === null || reading.current) return;
    reading.current = true;
    void read(pages.older).then((answer) => {
      reading.current = false;
      if (answer.kind === 'answered') setPages((known) => withOlder(known, answer.value));
      else setPages((known) => ({ ...known, problem: sentenceOf(answer) }));
    });
  }, [read, pages.older]);

  return { ...pages, loadOlder };
}

/** The newest page before what is known; what was known is dropped where a gap would be left. */
export function withNewest<Item extends Numbered>(
  known: Pages<Item>,
  page: Page<Item>,
): Pages<Item> {
  const oldest = page.items.at(-1)?.number ?? 0;
  const newestKnown = known.items[0]?.number ?? 0;
  const connects = page.older === null || newestKnown >= oldest - 1;
  const rest = connects ? known.items.filter((item) => item.number < oldest) : [];
  const older = rest.length > 0 ? known.older : page.older;
  return { items: [...page.items, ...rest], older, loaded: true, problem: null };
}

/** What is known with an older page after it. */
export function withOlder<Item extends Numbered>(
  known: Pages<Item>,
  page: Page<Item>,
): Pages<Item> {
  const oldest = known.items.at(-1)?.number ?? Number.POSITIVE_INFINITY;
  const more = page.items.filter((item) => item.number < oldest);
  return { ...known, items: [...known.items, ...more], older: page.older, problem: null };
}
