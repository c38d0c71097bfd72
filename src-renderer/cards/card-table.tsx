import type { ReactNode } from 'react';

/** A column of a table: what it is called, and whether it holds figures. */
export type Column = {
  readonly name: string;
  readonly figures?: boolean;
  readonly hidden?: boolean;
};

type CardTableProps = {
  label: string;
  columns: readonly Column[];
  /** One `tbody` for each group of rows. */
  children: ReactNode;
};

/** A table with hairlines; figures stand at the right. */
export function CardTable({ label, columns, children }: CardTableProps) {
  return (
    <table aria-label={label} className="w-full border-collapse text-sm">
      <thead>
        <tr className="border-b border-edge/50 text-xs text-muted">
          {columns.map(({ name, figures = false, hidden = false }) => (
            <th
              key={name}
              scope="col"
              className={`px-2 pb-1.5 align-bottom font-normal first:pl-0 last:pr-0 ${figures ? 'text-right' : 'text-left'}`}
            >
              {hidden ? <span className="sr-only">{name}</span> : name}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  );
}

type CellProps = {
  figures?: boolean;
  muted?: boolean;
  /** Stands in the middle of its row, beside fields. */
  middle?: boolean;
  children: ReactNode;
};

const upright = (middle: boolean) => (middle ? 'align-middle' : 'align-top');

export function Cell({ figures = false, muted = false, middle = false, children }: CellProps) {
  return (
    <td
      className={`px-2 py-1.5 ${upright(middle)} first:pl-0 last:pr-0 ${figures ? 'text-right' : 'min-w-24 wrap-anywhere'} ${muted ? 'text-muted' : ''}`}
    >
      {children}
    </td>
  );
}

/** The cell that names its row. */
export function RowHead({ middle = false, children }: Pick<CellProps, 'middle' | 'children'>) {
  return (
    <th
      scope="row"
      className={`min-w-24 py-1.5 pr-2 text-left font-medium wrap-anywhere ${upright(middle)}`}
    >
      {children}
    </th>
  );
}

/** The cell that names a group of rows, across the table. */
export function GroupHead({ span, children }: { span: number; children: ReactNode }) {
  return (
    <th
      scope="rowgroup"
      colSpan={span}
      className="pt-3 pb-1 text-left align-top font-normal wrap-anywhere"
    >
      {children}
    </th>
  );
}

type PartProps = {
  id: string;
  title: string;
  /** How deep its heading is. */
  level?: 'h2' | 'h3';
  children: ReactNode;
};

/** A part of a card under its own heading. */
export function CardPart({ id, title, level: Heading = 'h3', children }: PartProps) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <Heading id={id} className="text-base font-semibold">
        {title}
      </Heading>
      {children}
    </section>
  );
}
