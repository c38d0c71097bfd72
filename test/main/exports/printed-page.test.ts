import { describe, expect, test } from 'vitest';
import { invoiceReport } from '../../../src-main/exports/invoice-report';
import { escaped, type PrintedPage, printedPage } from '../../../src-main/exports/printed-page';
import type { Heading, Report } from '../../../src-main/exports/report';
import { usageReport } from '../../../src-main/exports/usage-report';
import { credits } from '../../../src-shared/billing/credits';
import { instant } from '../../../src-shared/billing/instant';
import type { InvoiceLine } from '../../../src-shared/billing/plan/invoice-line';
import { aiStudios } from '../../helpers/cards';

const hostile = `<img src=x onerror="alert('1')">&amp;<script>alert(2)</script></td></table>`;

const heading: Heading = {
  workspaceId: 'a-workspace',
  testClock: false,
  cardName: 'Mine',
  timeZone: 'Europe/Berlin',
  from: '2026-01-01',
  to: '2026-01-31',
};

function pageOf(report: Report, told: Heading = heading): PrintedPage {
  const work = printedPage(report, told);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

function line(more: Partial<InvoiceLine> = {}): InvoiceLine {
  return {
    id: 'order:plan',
    at: instant(Date.parse('2026-01-05T09:00:00Z')),
    kind: 'plan',
    name: 'Personal',
    seat: null,
    quantity: 1,
    cents: 1_050,
    credits: credits(60),
    subscription: 'subscription-1',
    cycle: {
      startsAt: instant(Date.parse('2026-01-05T09:00:00Z')),
      endsAt: instant(Date.parse('2026-02-05T09:00:00Z')),
    },
    ...more,
  };
}

/** The cells of every row of the table's body. */
function cellsOf({ html }: PrintedPage): string[][] {
  const body = /<tbody>([\s\S]*)<\/tbody>/.exec(html)?.[1] ?? '';
  return [...body.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => cell),
  );
}

const seatName = (seat: string) => seat;

test('says whose bills of which days they are, what they add up to, and that Tally takes no payments', () => {
  const { html, foot } = pageOf(invoiceReport([line(), line({ cents: 2_000 })], seatName));
  expect(html).toContain('<h1>Invoices</h1>');
  expect(html).toContain('<dd>a-workspace</dd>');
  expect(html).toContain('<dd>2026-01-01 to 2026-01-31 (Europe/Berlin)</dd>');
  expect(html).toContain('<dt>Billed</dt><dd>$30.50</dd>');
  expect(html).toContain('Tally takes no payments: this lists what the service bills.');
  expect(foot).toBe('Invoices, 2026-01-01 to 2026-01-31 · workspace a-worksp');
});

test('every line is a row, its instants where the workspace is, its price as money', () => {
  expect(
    cellsOf(pageOf(invoiceReport([line({ seat: 'seat-2', quantity: 1_200 })], seatName))),
  ).toEqual([
    [
      '2026-01-05 10:00',
      'plan',
      'Personal',
      'seat-2',
      '1,200',
      '$10.50',
      '60',
      '2026-01-05 10:00',
      '2026-02-05 10:00',
    ],
  ]);
});

test('a price that is not on the card says so and is no part of the sum', () => {
  const page = pageOf(invoiceReport([line(), line({ cents: null })], seatName));
  expect(cellsOf(page)[1]?.[5]).toBe('not on the card');
  expect(page.html).toContain('<dt>Billed, with a price</dt><dd>$10.50</dd>');
  expect(page.html).toContain('<dt>Lines without a price</dt><dd>1</dd>');
});

test('use is added up, and called as the card calls it', () => {
  const row = { day: '2026-01-05', seat: 'seat-1', quality: 'premium', outputs: 2, units: 2 };
  const rows = [
    { ...row, tool: 'image', model: 'image-generator', credits: credits(2) },
    { ...row, tool: 'video', model: 'gone', outputs: 1, units: 10, credits: credits(1_010) },
  ];
  const page = pageOf(usageReport(rows, aiStudios, () => 'Ada (seat-1)'));
  const name = (id: string) => aiStudios.models.find((model) => model.id === id)?.name;
  expect(cellsOf(page).map((cells) => cells.slice(1, 4))).toEqual([
    [
      'Ada (seat-1)',
      aiStudios.tools.find(({ id }) => id === 'image')?.name,
      name('image-generator'),
    ],
    ['Ada (seat-1)', aiStudios.tools.find(({ id }) => id === 'video')?.name, 'gone'],
  ]);
  expect(page.html).toContain('<dt>Outputs</dt><dd>3</dd>');
  expect(page.html).toContain('<dt>Credits charged</dt><dd>1,012</dd>');
});

test('no line: the page says that there is nothing', () => {
  expect(pageOf(invoiceReport([], seatName)).html).toContain('There is nothing on these days.');
});

describe('nothing that was written elsewhere is HTML', () => {
  test('in cells, in the heading, in the title', () => {
    const told = { ...heading, cardName: hostile, workspaceId: hostile, timeZone: 'UTC' };
    const { html } = pageOf(invoiceReport([line({ name: hostile })], seatName), told);
    expect(html).not.toMatch(/<img|<script|onerror="/);
    expect(html.match(/<\/table>/g)).toHaveLength(1);
    expect(html).toContain(escaped(hostile));
  });
  test('the page itself allows no script and no address', () => {
    const { html } = pageOf(invoiceReport([line()], seatName));
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(html).not.toMatch(/https?:|<script|<link|<img|url\(|@import| on\w+=/);
  });
  test('what breaks lines or turns their direction is gone', () => {
    const cells = cellsOf(pageOf(invoiceReport([line({ name: 'a\u202Eb\nc\u0000d' })], seatName)));
    expect(cells[0]?.[2]).toBe('ab c d');
  });
});

test('a test workspace is marked at the head and on every sheet, and no other one is', () => {
  const marked = pageOf(invoiceReport([line()], seatName), { ...heading, testClock: true });
  expect(marked.html).toContain('<p class="mark">TEST WORKSPACE (its clock is made up)</p>');
  expect(marked.foot).toMatch(/^TEST WORKSPACE/);
  const plain = pageOf(invoiceReport([line()], seatName));
  expect(plain.html + plain.foot).not.toContain('TEST');
});
