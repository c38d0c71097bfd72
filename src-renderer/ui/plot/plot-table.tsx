type PlotTableProps = {
  caption: string;
  columns: readonly string[];
  /** The first cell of each names it; the others are figures. */
  rows: readonly (readonly string[])[];
};

/** What a plot shows, in figures. */
export function PlotTable({ caption, columns, rows }: PlotTableProps) {
  const [first = '', ...figures] = columns;
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead className="sticky top-0 bg-paper text-xs text-muted">
        <tr>
          <th scope="col" className="py-1 text-left font-normal">
            {first}
          </th>
          {figures.map((name) => (
            <th key={name} scope="col" className="py-1 pl-3 text-right font-normal">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = '', ...cells], place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are only ever replaced all together
          <tr key={place} className="border-t border-line">
            <th scope="row" className="py-1 text-left font-normal">
              {name}
            </th>
            {cells.map((cell, column) => (
              <td key={figures[column]} className="py-1 pl-3 text-right">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
