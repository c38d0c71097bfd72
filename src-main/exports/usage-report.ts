import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { UsageRow } from '../../src-shared/contract/insight';
import type { Column, Report } from './report';

const columns: readonly Column[] = [
  { title: 'Day', kind: 'text', printed: 'Day' },
  { title: 'Seat', kind: 'text', printed: 'Seat' },
  { title: 'Tool', kind: 'text', printed: 'Tool' },
  { title: 'Model', kind: 'text', printed: 'Model' },
  { title: 'Quality', kind: 'text', printed: 'Quality' },
  { title: 'Outputs', kind: 'figure', printed: 'Outputs' },
  { title: 'Pictures or seconds', kind: 'figure', printed: 'Pictures or seconds' },
  { title: 'Credits charged', kind: 'figure', printed: 'Credits' },
];

/** Use by day, seat, tool, model and quality; tools and models as the card in use calls them. */
export function usageReport(
  rows: readonly UsageRow[],
  card: RateCard,
  seatName: (seat: string) => string,
): Report {
  const toolNames = new Map<string, string>(card.tools.map(({ id, name }) => [id, name]));
  const modelNames = new Map(card.models.map(({ id, name }) => [id, name]));
  return {
    kind: 'usage',
    title: 'Use of credits by day',
    columns,
    count: rows.length,
    pages: function* () {
      yield rows.map(({ day, seat, tool, model, quality, outputs, units, credits }) => [
        day,
        seatName(seat),
        toolNames.get(tool) ?? tool,
        modelNames.get(model) ?? model,
        quality,
        outputs,
        units,
        credits,
      ]);
    },
    totals: () => [
      { name: 'Outputs', value: sumOf(rows, 'outputs'), kind: 'figure' },
      { name: 'Credits charged', value: sumOf(rows, 'credits'), kind: 'figure' },
    ],
  };
}

function sumOf(rows: readonly UsageRow[], field: 'outputs' | 'credits'): number {
  return rows.reduce((total, row) => total + row[field], 0);
}
