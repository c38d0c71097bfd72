import type { DraftPolicies } from '../card-draft';
import { cardsStore } from '../cards-store';
import { useEditor } from './editor-context';
import { Labelled, WordsBox } from './fields';

const fields: readonly {
  readonly id: keyof DraftPolicies;
  readonly label: string;
  readonly hint?: string;
  readonly rows: number;
}[] = [
  {
    id: 'refunds',
    label: 'Why there are no refunds',
    hint: 'One reason a paragraph; an empty line starts the next.',
    rows: 8,
  },
  { id: 'expiry', label: 'What becomes of unused credit', rows: 2 },
  { id: 'renewal', label: 'How credit comes back', rows: 2 },
  {
    id: 'unitRenewal',
    label: 'Before a unit is bought or renews',
    hint: 'The blanks {name}, {date}, {price} and {credits} are filled in. Left empty, nothing is said.',
    rows: 2,
  },
  {
    id: 'unitCancellation',
    label: 'What cancelling a unit means',
    hint: 'Left empty, nothing is said.',
    rows: 2,
  },
];

/** What is told to whoever pays: it should say what plans and packs do, for nothing checks that. */
export function WordsPart() {
  const { draft } = useEditor();
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <p className="text-sm text-muted">
        These words are shown before credit is spent or bought. Nothing can check whether they fit
        the plans and packs: read them again when those change. The warnings before spending stay as
        they are on {draft.base.name}.
      </p>
      {fields.map(({ id, label, hint, rows }) => (
        <Labelled
          key={id}
          place={`policies.${id}`}
          label={label}
          {...(hint === undefined ? {} : { hint })}
        >
          <WordsBox
            place={`policies.${id}`}
            rows={rows}
            value={draft.policies[id]}
            onChange={(words) =>
              cardsStore
                .getState()
                .edit((old) => ({ ...old, policies: { ...old.policies, [id]: words } }))
            }
          />
        </Labelled>
      ))}
    </div>
  );
}
