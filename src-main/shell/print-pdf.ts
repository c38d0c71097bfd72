import { app, BrowserWindow, type PrintToPDFOptions, type Session, session } from 'electron';
import { escaped, type Printed, type PrintedPage, type PrintPdf } from '../exports/printed-page';
import type { Log } from './log';

/** Nothing else in the world answers to it, and it answers with one page. */
const scheme = 'tally-print';
const address = `${scheme}://page/`;
/** Milliseconds that a long page may take on a busy machine. */
const patience = 120_000;
/** Where paper is not A4. */
const letterCountries = new Set(['US', 'CA', 'MX', 'PH', 'CO', 'CL', 'VE']);

/**
 * Prints pages one after the other in a hidden, sandboxed window that runs no script, keeps nothing and reaches
 * nothing but the page.
 */
export function createPrinter(log: Log): PrintPdf {
  let pages: Session | null = null;
  let html = '';
  let last: Promise<unknown> = Promise.resolve();
  const print = async (page: PrintedPage): Promise<Printed> => {
    pages ??= confinedSession(() => html);
    html = page.html;
    const browserWindow = createHiddenWindow(pages);
    try {
      return await withPatience(browserWindow, printIn(browserWindow, page));
    } catch (error) {
      log.warn('a page could not be printed', { error: String(error) });
      return { kind: 'failed', reason: 'the page was lost' };
    } finally {
      html = '';
      if (!browserWindow.isDestroyed()) browserWindow.destroy();
    }
  };
  return (page) => {
    const printed = last.then(() => print(page));
    last = printed;
    return printed;
  };
}

async function printIn(browserWindow: BrowserWindow, page: PrintedPage): Promise<Printed> {
  await browserWindow.loadURL(address);
  const bytes = await browserWindow.webContents.printToPDF(optionsFor(page));
  return { kind: 'printed', bytes };
}

/** The printing, or why nobody waits for it any longer. */
function withPatience(browserWindow: BrowserWindow, printing: Promise<Printed>): Promise<Printed> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => resolve({ kind: 'failed', reason });
    const timer = setTimeout(() => fail('it took too long'), patience);
    browserWindow.webContents.once('render-process-gone', (_event, { reason }) =>
      fail(`its page was ${reason}`),
    );
    printing.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** A session in memory: it answers one page, and refuses every other request and every permission. */
function confinedSession(html: () => string): Session {
  const pages = session.fromPartition('tally-print', { cache: false });
  pages.protocol.handle(
    scheme,
    () =>
      new Response(html(), {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
          'x-content-type-options': 'nosniff',
        },
      }),
  );
  pages.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: url !== address }));
  pages.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  pages.setPermissionCheckHandler(() => false);
  return pages;
}

function createHiddenWindow(pages: Session): BrowserWindow {
  return new BrowserWindow({
    show: false,
    skipTaskbar: true,
    focusable: false,
    webPreferences: {
      session: pages,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      images: false,
      webgl: false,
      spellcheck: false,
      devTools: false,
      backgroundThrottling: false,
    },
  });
}

function optionsFor({ foot, wide }: PrintedPage): PrintToPDFOptions {
  const style =
    'font: 7pt system-ui, sans-serif; color: #565d68; width: 100%; margin: 0 14mm; display: flex; justify-content: space-between; gap: 5mm; white-space: nowrap';
  const number = 'Page <span class="pageNumber"></span> of <span class="totalPages"></span>';
  return {
    pageSize: letterCountries.has(app.getLocaleCountryCode()) ? 'Letter' : 'A4',
    landscape: wide,
    printBackground: true,
    generateTaggedPDF: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: `<div style="${style}"><span>${escaped(foot)}</span><span>${number}</span></div>`,
    margins: { top: 0.55, bottom: 0.7, left: 0.55, right: 0.55 },
  };
}
