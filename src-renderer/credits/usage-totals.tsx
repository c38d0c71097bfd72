import type { UsageOverTime } from '../../src-shared/billing/future/usage-over-time';
import { useBegun } from '../stores/workspace';
import { formatCount } from '../ui/figures';
import { seriesLooks } from './series-look';
import { seriesKey, seriesName } from './usage-names';

/** What each model made and cost in all, the most used on top; also says which colour is which. */
export function UsageTotals({ usage: { series } }: { usage: UsageOverTime }) {
  const { card } = useBegun();
  const looks = seriesLooks(series, card);
  const most = Math.max(1, ...series.map(({ credits }) => credits));
  return (
    <table className="mt-2 w-full text-sm">
      <caption className="sr-only">Use in all, by tool and model</caption>
      <thead className="text-xs text-muted">
        <tr>
          <th scope="col" className="py-1 text-left font-normal">
            Model
          </th>
          <th scope="col" className="py-1 text-left font-normal">
            Tool
          </th>
          <th scope="col" className="py-1 pl-3 text-right font-normal">
            Made
          </th>
          <th scope="col" className="py-1 pl-3 text-right font-normal">
            Credits
          </th>
          <td className="w-1/3" />
        </tr>
      </thead>
      <tbody>
        {series.map((each, place) => {
          const { model, tool } = seriesName(each, card);
          const background = looks[place]?.background ?? '';
          return (
            <tr key={seriesKey(each)} className="border-t border-line">
              <th scope="row" className="py-1 text-left font-normal">
                <span className="flex items-center gap-2">
                  <span aria-hidden className={`size-2.5 shrink-0 rounded-xs ${background}`} />
                  {model}
                </span>
              </th>
              <td className="py-1 text-muted">{tool}</td>
              <td className="py-1 pl-3 text-right">{formatCount(each.outputs)}</td>
              <td className="py-1 pl-3 text-right font-medium">{formatCount(each.credits)}</td>
              <td aria-hidden className="py-1 pl-4">
                <span
                  className={`block h-1.5 rounded-full ${background}`}
                  style={{ width: `${(100 * each.credits) / most}%` }}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
