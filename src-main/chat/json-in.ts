import { textWithoutKey } from './without-key';

/**
 * The JSON value in a text, with or without words or a code fence around it; undefined when there is none. The key is
 * taken out of every string of it, however it was written.
 */
export function jsonIn(text: string, key: string | null): unknown {
  const whole = parsed(text, key);
  if (whole !== undefined) return whole;
  const starts = [text.indexOf('{'), text.indexOf('[')].filter((place) => place >= 0);
  const start = Math.min(...starts);
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  return starts.length > 0 && end > start ? parsed(text.slice(start, end + 1), key) : undefined;
}

function parsed(text: string, key: string | null): unknown {
  try {
    return JSON.parse(text, (_name, value: unknown) =>
      typeof value === 'string' ? textWithoutKey(value, key) : value,
    );
  } catch {
    return undefined;
  }
}
