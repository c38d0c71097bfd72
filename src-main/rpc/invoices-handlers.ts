import { assertNever } from '../../src-shared/assert-never';
import { dayNamed } from '../../src-shared/billing/billing-cycle';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { add } from '../../src-shared/billing/credits';
import { type Instant, instant } from '../../src-shared/billing/instant';
import type { ExportKind } from '../../src-shared/contract/invoices';
import type { CyclePage, CycleQuestion } from '../billing-clock/cycle-statements';
import { csvParts } from '../exports/csv';
import { invoiceReport } from '../exports/invoice-report';
import { mostPrintedLines, printedPage } from '../exports/printed-page';
import { type Heading, type Report, reportName } from '../exports/report';
import { statementReport } from '../exports/statement-report';
import { usageReport } from '../exports/usage-report';
import { statementWords } from '../jobs/statement-words';
import type { Studio } from '../studio';
import { unhurried } from '../unhurried';
import type { Context } from './context';
import { refuse } from './refuse';
import { placeFor, saveFile } from './save-file';

export function cycles({ studio }: Context, question: CycleQuestion): Promise<CyclePage> {
  const { clock, cycles: reader } = studio.ports;
  return unhurried(reader.page(clock.settledNow(), question));
}

export type ExportQuestion = {
  readonly kind: ExportKind;
  readonly format: 'csv' | 'pdf';
  readonly from: string;
  readonly to: string;
  readonly folder: string | null;
};

export async function exportFile(
  context: Context,
  { kind, format, from, to, folder }: ExportQuestion,
): Promise<{ path: string | null; lines: number }> {
  if (from > to) refuse({ code: 'span-invalid', from, to });
  const { studio } = context;
  const { ports } = studio;
  const card = ports.plans.cardInUse(ports.clock.settledNow());
  if (card === null) return refuse({ code: 'workspace-not-begun' });
  const heading = headingOf(studio, card, { from, to });
  const report = await reportOf(studio, card, { kind, format }, heading);
  const lines = report.count;
  if (format === 'pdf' && lines > mostPrintedLines) {
    refuse({ code: 'export-too-long', lines, limit: mostPrintedLines });
  }
  const place = await placeFor(context, `${reportName(report, heading)}.${format}`, folder);
  if (place === null) return { path: null, lines: 0 };
  const content =
    format === 'csv' ? csvParts(report, heading) : await pdfOf(studio, report, heading);
  return { path: await saveFile(place, content), lines };
}

async function pdfOf({ printPdf }: Studio, report: Report, heading: Heading): Promise<Uint8Array> {
  if (printPdf === null)
    return refuse({ code: 'print-failed', reason: 'there is no printer here' });
  const printed = await printPdf(await unhurried(printedPage(report, heading)));
  switch (printed.kind) {
    case 'printed':
      return printed.bytes;
    case 'failed':
      return refuse({ code: 'print-failed', reason: printed.reason });
    default:
      return assertNever(printed);
  }
}

function headingOf(
  { ports }: Studio,
  card: RateCard,
  days: { readonly from: string; readonly to: string },
): Heading {
  const { workspaceId, testClock } = ports.identity;
  const { timeZone } = ports.plans.account();
  return { workspaceId, testClock, cardName: card.name, timeZone, ...days };
}

/** The report of days that start and end where the workspace is. */
async function reportOf(
  { ports }: Studio,
  card: RateCard,
  { kind, format }: Pick<ExportQuestion, 'kind' | 'format'>,
  { from, to, timeZone }: Heading,
): Promise<Report> {
  const { plans, usage } = ports;
  const { startsAt } = dayNamed(from, timeZone);
  const { endsAt } = dayNamed(to, timeZone);
  const seats = new Map(plans.account().seats.map(({ id, name }) => [id, name]));
  const seatName = (id: string) => (seats.get(id) ? `${seats.get(id)} (${id})` : id);
  switch (kind) {
    case 'statement':
      return statementOf(ports, { startsAt, endsAt, seatName, format });
    case 'invoices': {
      const lines = plans.invoices.all().filter(({ at }) => startsAt <= at && at < endsAt);
      return invoiceReport(lines, seatName);
    }
    case 'usage':
      return usageReport(usage.between(from, to), card, seatName);
    default:
      return assertNever(kind);
  }
}

async function statementOf(
  ports: Studio['ports'],
  span: {
    readonly startsAt: Instant;
    readonly endsAt: Instant;
    readonly seatName: (seat: string) => string;
    readonly format: ExportQuestion['format'];
  },
): Promise<Report> {
  const { ledger, plans, rewind } = ports;
  const before = (at: Instant) => rewind.entryNumberAt(instant(at - 1));
  const [after, upTo] = [before(span.startsAt), before(span.endsAt)];
  // Told in print only, and the further back it is, the longer it takes.
  const opening = span.format === 'pdf' ? await unhurried(rewind.totalsAfter([after])) : [];
  return statementReport({
    ledger,
    words: () => statementWords(ports),
    timeZone: plans.account().timeZone,
    walletName: (wallet) => (wallet === 'pool' ? 'all seats' : span.seatName(wallet)),
    opening: opening[0] === undefined ? null : add(opening[0].available, opening[0].held),
    after,
    upTo,
  });
}
