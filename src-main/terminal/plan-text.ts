import { assertNever } from '../../src-shared/assert-never';
import type {
  PackOffer,
  PlanFigures,
  PlanOffer,
  PlanState,
  RunningPlan,
  SeatState,
  UnitsState,
} from '../../src-shared/contract/plan';
import { counted, creditsText, dateText, priceText, table } from './text';

/** What the plan is and when what falls due, then what else can be chosen. */
export function planLines({ plan, seats, units, plans, timeZone }: PlanState): string[] {
  return [
    ...(plan === null ? ['No plan is running.'] : runningLines(plan, seats, timeZone)),
    ...unitsLines(units, timeZone),
    'Plans:',
    ...table(plans.map(offerRow)),
  ];
}

function runningLines(plan: RunningPlan, seats: readonly SeatState[], timeZone: string): string[] {
  const { name, cadence, cycle, nextGrant, nextBill, waiting } = plan;
  const active = seats.filter((seat) => seat.active).length;
  const day = (at: Parameters<typeof dateText>[0]) => dateText(at, timeZone);
  const lines = [
    `${name}, ${cadence}, ${counted(active, 'seat')}: ${grantText(plan)}`,
    `  cycle ${day(cycle.startsAt)} to ${day(cycle.endsAt)}`,
  ];
  if (nextGrant !== null) {
    lines.push(`  next ${creditsText(nextGrant.creditsEach)} a seat on ${day(nextGrant.at)}`);
  }
  if (nextBill !== null) {
    lines.push(`  next bill on ${day(nextBill.at)}: ${priceText(nextBill.cents)}`);
  }
  if (waiting !== null) lines.push(`  at the end of the cycle: ${waitingText(waiting)}`);
  return lines;
}

function grantText({ grant, perSeat, cadence, priceCents }: PlanFigures): string {
  const often = grant.everyMonths === 1 ? 'a month' : 'a year';
  const seat = perSeat ? ' a seat' : '';
  const cycle = cadence === 'monthly' ? 'a month' : 'a year';
  const price = priceCents === null ? '' : `, ${priceText(priceCents)}${seat} ${cycle}`;
  return `${creditsText(grant.credits)}${seat} ${often}${price}`;
}

function waitingText(waiting: NonNullable<RunningPlan['waiting']>): string {
  switch (waiting.kind) {
    case 'end':
      return 'the plan ends';
    case 'change':
      return `${waiting.to.name}, ${waiting.to.cadence}: ${grantText(waiting.to)}`;
    default:
      return assertNever(waiting);
  }
}

function offerRow(offer: PlanOffer): string[] {
  const { planId, cadence, name, contract, effect } = offer;
  const figures = contract ? 'by contract' : grantText(offer);
  return [`  --plan ${planId} --cadence ${cadence}`, name, figures, effectWords[effect]];
}

const effectWords: Readonly<Record<PlanOffer['effect'], string>> = {
  running: 'running',
  waiting: 'at the end of the cycle',
  start: 'can be started',
  'at-once': 'would change at once',
  'at-cycle-end': 'would change at the end of the cycle',
  'needs-contract': 'needs the figures of a contract',
};

/** Seats one a line; the one that this computer works as is marked. */
export function seatLines({ seats, workingSeat }: PlanState): string[] {
  const rows = seats.map(({ id, name, active, available, held }) => [
    id === workingSeat ? `* ${id}` : `  ${id}`,
    name,
    active ? 'active' : 'removed',
    `${available} available`,
    `${held} on hold`,
  ]);
  return table(rows, [3, 4]);
}

/** Add-on units, purchase by purchase. */
export function unitsLines(units: readonly UnitsState[], timeZone: string): string[] {
  const rows = units.map(({ unit, name, seat, count, cancelled, creditsEach, ...each }) => [
    `  ${unit}`,
    `${count} × ${name}`,
    seat ?? 'pool',
    `${creditsText(creditsEach)}, ${priceText(each.centsEach)} each`,
    each.renewsAt === null || cancelled === count
      ? 'not renewed'
      : `${count - cancelled} to renew on ${dateText(each.renewsAt, timeZone)}`,
  ]);
  return table(rows);
}

/** The add-on units that the card sells, and for which plans. */
export function addOnLines({ addOns }: PlanState): string[] {
  return table(
    addOns.map(({ id, name, credits, priceCents, wallet, plans }) => [
      `  ${id}`,
      name,
      creditsText(credits),
      `${priceText(priceCents)} a month`,
      wallet === 'pool' ? 'for all seats' : 'for one seat',
      `plans: ${plans.join(', ')}`,
    ]),
  );
}

export function packLines(packs: readonly PackOffer[]): string[] {
  return table(
    packs.map(({ pack, notYet }) => [
      pack.id,
      pack.name,
      creditsText(pack.credits),
      priceText(pack.priceCents),
      notYet === null ? 'can be bought' : `not yet: ${creditsText(notYet.left)} left to use first`,
    ]),
  );
}
