import { Temporal } from 'temporal-polyfill';
import { add, type Credits, noCredits, sum } from '../credits';

/** Use of one day with one tool and model. */
type Used = {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly tool: string;
  readonly model: string;
  readonly outputs: number;
  readonly credits: Credits;
};

/** All use of a span with one tool and model; `of` is null for what is too little to stand alone. */
export type UsageSeries = {
  readonly of: { readonly tool: string; readonly model: string } | null;
  readonly outputs: number;
  readonly credits: Credits;
};

/** A stretch of days, both its ends included, as YYYY-MM-DD. */
export type Days = { readonly from: string; readonly to: string };

/** The use of a day or a week, series by series in their order. */
export type UsagePeriod = Days & {
  readonly credits: readonly Credits[];
  readonly total: Credits;
};

export type UsageOverTime = {
  /** The most used first; what is summed up stands last. */
  readonly series: readonly UsageSeries[];
  readonly periods: readonly UsagePeriod[];
  readonly outputs: number;
  readonly total: Credits;
};

/** Use by day or by week, Monday to Sunday, split by tool and model into at most `most` series. */
export function usageOverTime(
  rows: readonly Used[],
  days: Days,
  step: 'day' | 'week',
  most: number,
): UsageOverTime {
  const series = seriesOf(rows, most);
  const places = new Map(series.flatMap(({ of }, place) => (of ? [[keyOf(of), place]] : [])));
  const rest = series.length - 1;
  const periods = periodsOf(days, step).map((period) => {
    const credits = series.map(() => noCredits);
    for (const row of rows) {
      if (row.day < period.from || row.day > period.to) continue;
      const place = places.get(keyOf(row)) ?? rest;
      credits[place] = add(credits[place] ?? noCredits, row.credits);
    }
    return { ...period, credits, total: sum(credits) };
  });
  const total = sum(series.map(({ credits }) => credits));
  return { series, periods, outputs: outputsOf(series), total };
}

function seriesOf(rows: readonly Used[], most: number): UsageSeries[] {
  const byKey = new Map<string, UsageSeries>();
  for (const { tool, model, outputs, credits } of rows) {
    const known = byKey.get(keyOf({ tool, model }));
    byKey.set(keyOf({ tool, model }), {
      of: { tool, model },
      outputs: (known?.outputs ?? 0) + outputs,
      credits: add(known?.credits ?? noCredits, credits),
    });
  }
  const all = [...byKey.values()].toSorted(
    (a, b) => b.credits - a.credits || b.outputs - a.outputs,
  );
  if (all.length <= most) return all;
  const rest = all.slice(most - 1);
  const credits = sum(rest.map((each) => each.credits));
  return [...all.slice(0, most - 1), { of: null, outputs: outputsOf(rest), credits }];
}

function periodsOf({ from, to }: Days, step: 'day' | 'week'): Days[] {
  const last = Temporal.PlainDate.from(to);
  const periods: Days[] = [];
  let start = Temporal.PlainDate.from(from);
  while (Temporal.PlainDate.compare(start, last) <= 0) {
    const end = step === 'day' ? start : start.add({ days: 7 - start.dayOfWeek });
    const cut = Temporal.PlainDate.compare(end, last) > 0 ? last : end;
    periods.push({ from: start.toString(), to: cut.toString() });
    start = end.add({ days: 1 });
  }
  return periods;
}

function outputsOf(series: readonly UsageSeries[]): number {
  return series.reduce((total, { outputs }) => total + outputs, 0);
}

function keyOf({ tool, model }: { readonly tool: string; readonly model: string }): string {
  return `${tool} ${model}`;
}
