import { asStyle, styles } from '../sketch/styles';

/** A style's name inside a sentence. */
export function nameOf(style: string): string {
  const id = asStyle(style);
  return styles.find((known) => known.id === id)?.name.toLowerCase() ?? id;
}
