/** Where the focus goes in a grid of `count` items in rows of `columns`; null for any other key. */
export function indexAfterKey(
  key: string,
  index: number,
  columns: number,
  count: number,
): number | null {
  const moves: Record<string, number> = {
    ArrowLeft: index - 1,
    ArrowRight: index + 1,
    ArrowUp: index - columns,
    ArrowDown: index + columns,
    PageUp: index - 3 * columns,
    PageDown: index + 3 * columns,
    Home: 0,
    End: count - 1,
  };
  const wanted = moves[key];
  if (wanted === undefined || count === 0) return null;
  const stays = key.startsWith('Arrow') && (wanted < 0 || wanted >= count);
  return stays ? index : Math.min(count - 1, Math.max(0, wanted));
}
