/** How a batch is laid out: its columns, and whether it is taller than its place and scrolls. */
export type TileLayout = { readonly columns: number; readonly scrolls: boolean };

/** The place for a batch, and the gap between its tiles, in pixels. */
type Place = { readonly width: number; readonly height: number; readonly gap: number };

/** Below this width, in pixels, a tile tells nothing: the batch scrolls instead. */
const leastWidth = 150;
const scrolledWidth = 180;

/** The columns that make `count` pictures of the proportion `ratio` (width / height) largest. */
export function layOutTiles(count: number, ratio: number, place: Place): TileLayout {
  let best = { columns: 1, width: 0 };
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    const across = (place.width - place.gap * (columns - 1)) / columns;
    const down = (place.height - place.gap * (rows - 1)) / rows;
    const width = Math.min(across, down * ratio);
    if (width > best.width) best = { columns, width };
  }
  if (best.width >= leastWidth || count === 1) return { columns: best.columns, scrolls: false };
  const columns = Math.floor((place.width + place.gap) / (scrolledWidth + place.gap));
  return { columns: Math.max(1, columns), scrolls: true };
}
