import type { ReactNode } from 'react';
import type { DraftLine, ListName } from '../card-draft';
import { placeOf } from '../draft-data';
import { Box, Faults } from './fields';
import { RemoveButton } from './remove-button';

type LineCardProps = {
  list: ListName;
  line: DraftLine & { readonly id: string; readonly name: string };
  onRename: (name: string) => void;
  children: ReactNode;
};

/** A plan, unit, pack or model of the draft, under its name; removed, only the name stays, and the way back. */
export function LineCard({ list, line, onRename, children }: LineCardProps) {
  const { key, id, name, removed } = line;
  const place = placeOf(list, key, 'name');
  return (
    <article
      id={placeOf(list, key)}
      tabIndex={-1}
      aria-label={name}
      className={`flex flex-col gap-2 rounded-lg border border-line px-4 py-3 ${removed ? '' : 'bg-paper'}`}
    >
      <div className="flex items-center gap-3">
        {removed ? (
          <p className="min-w-0 flex-1 text-sm wrap-anywhere text-muted">
            <s>{name}</s> is removed from the card
          </p>
        ) : (
          <>
            <Box
              place={place}
              name={`Name of ${id}`}
              value={name}
              onChange={onRename}
              className="w-56 font-semibold"
            />
            <span className="min-w-0 flex-1 text-xs wrap-anywhere text-muted">{id}</span>
          </>
        )}
        <RemoveButton list={list} line={line} name={name} />
      </div>
      {removed ? null : (
        <>
          <Faults at={place} named />
          <Faults at={placeOf(list, key, 'id')} />
          {children}
        </>
      )}
    </article>
  );
}
