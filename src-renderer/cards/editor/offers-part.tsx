import { creditCost } from '../../../src-shared/billing/card/margin';
import type { AddOn } from '../../../src-shared/billing/card/rate-card';
import { roundedDown } from '../../../src-shared/billing/fraction';
import type { DraftAddOn, DraftPack } from '../card-draft';
import { CardPart } from '../card-table';
import { cardsStore } from '../cards-store';
import { formatMicros } from '../dollars';
import { keptLines, placeOf } from '../draft-data';
import { addAddOn, addPack, changeLine } from '../edit-lines';
import { AddButton } from './add-button';
import { useEditor } from './editor-context';
import { Box, DollarBox, Faults, Options, Tick } from './fields';
import { LineCard } from './line-card';
import { RolloverFields } from './rollover-fields';

/** What can be bought besides a plan: units, which renew, and packs, which do not. */
export function OffersPart() {
  const { draft } = useEditor();
  return (
    <div className="flex flex-col gap-7">
      <CardPart level="h2" id="edit-units" title="Add-on units">
        <p className="text-sm text-muted">
          A unit is billed and granted every month until it is cancelled, and lapses with the main
          cycle.
        </p>
        {draft.addOns.map((addOn) => (
          <AddOnForm key={addOn.key} addOn={addOn} />
        ))}
        <AddButton list="addOns" field="name" add={addAddOn}>
          Add a unit
        </AddButton>
      </CardPart>
      <CardPart level="h2" id="edit-packs" title="Packs">
        <p className="text-sm text-muted">A pack is bought once and does not renew.</p>
        {draft.packs.map((pack) => (
          <PackForm key={pack.key} pack={pack} />
        ))}
        <AddButton list="packs" field="name" add={addPack}>
          Add a pack
        </AddButton>
      </CardPart>
    </div>
  );
}

const wallets: readonly { readonly id: AddOn['wallet']; readonly name: string }[] = [
  { id: 'seat', name: 'for one seat' },
  { id: 'pool', name: 'shared by all seats' },
];

function AddOnForm({ addOn }: { addOn: DraftAddOn }) {
  const { key } = addOn;
  const change = (fields: Partial<DraftAddOn>) =>
    cardsStore.getState().edit((draft) => changeLine(draft, 'addOns', key, fields));
  return (
    <LineCard list="addOns" line={addOn} onRename={(name) => change({ name })}>
      <SaleFields list="addOns" line={addOn} often="a month" onChange={change} />
      <PlanTicks addOn={addOn} onChange={(plans) => change({ plans })} />
    </LineCard>
  );
}

function PackForm({ pack }: { pack: DraftPack }) {
  const { key, onlyWhenUsedUp, rollover } = pack;
  const change = (fields: Partial<DraftPack>) =>
    cardsStore.getState().edit((draft) => changeLine(draft, 'packs', key, fields));
  return (
    <LineCard list="packs" line={pack} onRename={(name) => change({ name })}>
      <SaleFields list="packs" line={pack} often="once" onChange={change} />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <RolloverFields
          place={placeOf('packs', key, 'rollover')}
          name={pack.name}
          rollover={rollover}
          onChange={(next) => change({ rollover: next })}
        />
        <Tick checked={onlyWhenUsedUp} onChange={(next) => change({ onlyWhenUsedUp: next })}>
          Sold only once the allowance is used up
        </Tick>
      </div>
    </LineCard>
  );
}

type Sale = Pick<DraftPack, 'credits' | 'price' | 'wallet'>;

type SaleFieldsProps = {
  list: 'addOns' | 'packs';
  line: DraftAddOn | DraftPack;
  often: string;
  onChange: (sale: Partial<Sale>) => void;
};

/** How much credit for how much, and for whom. */
function SaleFields({ list, line, often, onChange }: SaleFieldsProps) {
  const { key, name, credits, price, wallet } = line;
  const place = (field: string) => placeOf(list, key, field);
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <span className="flex items-center gap-2">
          <Box
            place={place('credits')}
            name={`Credits of ${name}`}
            value={credits}
            onChange={(next) => onChange({ credits: next })}
            figures
            className="w-24"
          />
          credits for
        </span>
        <span className="flex items-center gap-2">
          <DollarBox
            place={place('priceCents')}
            name={`Price of ${name}, in $`}
            value={price}
            onChange={(next) => onChange({ price: next })}
            placeholder="not named"
            className="w-24"
          />
          {often}
        </span>
        <Options
          place={place('wallet')}
          name={`Who can spend ${name}`}
          value={wallet}
          options={wallets}
          onChange={(next) => onChange({ wallet: next })}
        />
        <CreditPriceOf kind={list === 'packs' ? 'pack' : 'add-on'} id={line.id} />
      </div>
      <Faults at={place('credits')} named />
      <Faults at={place('priceCents')} named />
    </div>
  );
}

/** What one credit of a unit or a pack brings. */
function CreditPriceOf({ kind, id }: { kind: 'add-on' | 'pack'; id: string }) {
  const { margins } = useEditor();
  const offer = margins.offers.find((each) => each.kind === kind && each.id === id);
  if (offer === undefined) return null;
  return (
    <span className="ml-auto text-muted">
      a credit brings {formatMicros(roundedDown(creditCost(offer)))}
    </span>
  );
}

type PlanTicksProps = { addOn: DraftAddOn; onChange: (plans: readonly string[]) => void };

/** The plans with which a unit can be bought. */
function PlanTicks({ addOn, onChange }: PlanTicksProps) {
  const { draft } = useEditor();
  const place = placeOf('addOns', addOn.key, 'plans');
  const kept = new Set(keptLines(draft.plans).map(({ id }) => id));
  // A plan that was removed is shown while the unit still names it.
  const offered = draft.plans.filter(({ id }) => kept.has(id) || addOn.plans.includes(id));
  return (
    <fieldset id={place} tabIndex={-1}>
      <legend className="sr-only">Plans with which {addOn.name} can be bought</legend>
      <div className="flex flex-wrap gap-x-4 text-sm">
        <span aria-hidden className="flex min-h-8 items-center">
          With
        </span>
        {offered.map(({ id, name }) => (
          <Tick
            key={id}
            checked={addOn.plans.includes(id)}
            onChange={(chosen) =>
              onChange(
                draft.plans
                  .map((plan) => plan.id)
                  .filter((plan) => (plan === id ? chosen : addOn.plans.includes(plan))),
              )
            }
          >
            {kept.has(id) ? name : `${name} (removed)`}
          </Tick>
        ))}
      </div>
      <Faults at={place} named />
    </fieldset>
  );
}
