/**
 * The JSON value in a text, with or without words or a code fence around it; undefined when there is none.
 */
export function jsonIn(text: string): unknown {
  const whole = parsed(text);
  if (whole !== undefined) return whole;
  const starts = [text.indexOf('{'), text.indexOf('[')].filter((place) => place >= 0);
  const start = Math.min(...starts);
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  return starts.length > 0 && end > start ? parsed(text.slice(start, end + 1)) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
