import { z } from 'zod';
import { defineCommand } from '../command';
import { orderJson } from '../order-json';
import { orderRow } from '../order-text';
import { listInput, listOptions, readNewest } from '../paging';
import { table } from '../text';
import { begunWorkspace, told } from '../workspace';

const lengths = { usual: 20, longestPage: 500 };

/** Every order, newest first, with what it billed at once. */
export const orders = defineCommand({
  name: 'orders',
  summary: 'list what was ordered, when and at which price',
  usage: ['orders [--limit N | --all]'],
  words: { kind: 'ordered', names: [] },
  options: listOptions('orders', lengths.usual),
  input: z.strictObject(listInput),
  async run(context, extent) {
    const workspace = await begunWorkspace(context.tally);
    if (workspace.kind !== 'begun') return workspace;
    const records = await readNewest(context, extent, lengths, async (before, limit) => {
      const page = await context.tally.plan.orders({ before, limit });
      return { items: page.orders, older: page.older };
    });
    const rows = records.map((order) => orderRow(order, workspace.timeZone));
    return told(workspace, { orders: records.map(orderJson) }, table(rows, [0, 2, 3]));
  },
});
