// Runs the built Tally with message boxes that a test answers: what each one says is written to
// standard output as a line of JSON, and the button that ANSWER names is pressed.
import { dialog } from 'electron';

dialog.showMessageBox = async (options) => {
  process.stdout.write(`${JSON.stringify(options)}\n`);
  const { buttons = [] } = options;
  const response = buttons.findIndex((button) =>
    button.startsWith(process.env['ANSWER'] ?? 'Quit'),
  );
  return { response, checkboxChecked: false };
};
await import('../../../out/main/main.js');
