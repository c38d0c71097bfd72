import { setImmediate as turn } from 'node:timers/promises';
import { act, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { onTestFinished, vi } from 'vitest';

/** What a test sees of a component on the page, and does to it as a person would. */
export type Mounted = {
  readonly body: HTMLElement;
  /** All that can be read, spaces as one. */
  text(): string;
  /** Presses the button of that name. */
  press(name: string): Promise<void>;
  /** Writes into the control of that label. */
  write(label: string, text: string): Promise<void>;
  /** Waits until the page shows the words. */
  sees(words: string | RegExp): Promise<void>;
};

/** Puts a component on an empty page; it is taken away after the test. */
export async function mount(element: ReactElement): Promise<Mounted> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const place = document.createElement('main');
  document.body.replaceChildren(place);
  const root = createRoot(place);
  await act(async () => root.render(element));
  onTestFinished(async () => {
    await act(async () => root.unmount());
  });
  const { body } = document;
  const text = () => (body.textContent ?? '').replaceAll(/\s+/g, ' ');
  return {
    body,
    text,
    press: async (name) => {
      const button = [...body.querySelectorAll('button')].find(
        (candidate) => nameOf(candidate) === name,
      );
      if (button === undefined) throw new Error(`there is no button «${name}»: ${text()}`);
      await act(async () => button.click());
    },
    write: async (label, words) => {
      const control = [...body.querySelectorAll('label')].find(
        (candidate) => candidate.textContent === label,
      )?.control;
      if (!(control instanceof HTMLTextAreaElement)) throw new Error(`no field «${label}»`);
      await act(async () => {
        const { set } =
          Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value') ?? {};
        set?.call(control, words);
        control.dispatchEvent(new Event('input', { bubbles: true }));
      });
    },
    sees: async (words) => {
      const isThere = () =>
        typeof words === 'string' ? text().includes(words) : words.test(text());
      const look = async () => {
        await act(async () => turn());
        if (!isThere()) throw new Error(`«${words}» is not on the page: ${text()}`);
      };
      // No measure of speed: only so that a machine busy with other things fails no test.
      await vi.waitFor(look, { timeout: 20_000 });
    },
  };
}

function nameOf(button: HTMLButtonElement): string {
  return button.getAttribute('aria-label') ?? button.textContent?.trim() ?? '';
}
