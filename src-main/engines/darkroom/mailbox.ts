/** News in the order in which it came, for one reader that may wait for the next. */
export type Mailbox<News> = {
  put(news: News): void;
  /** The next news, or null when none comes within `limit` milliseconds. */
  take(limit: number): Promise<News | null>;
};

export function createMailbox<News>(): Mailbox<News> {
  const unread: News[] = [];
  let wake: (() => void) | null = null;
  return {
    put: (news) => {
      unread.push(news);
      wake?.();
    },
    take: async (limit) => {
      if (unread.length === 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, limit);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = null;
      }
      return unread.shift() ?? null;
    },
  };
}
