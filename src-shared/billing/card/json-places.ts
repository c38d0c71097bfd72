import type { Node } from 'jsonc-parser';

export type Place = readonly (string | number)[];

/** Where a value starts, and where its field's name does, in characters from 0. */
export type Spot = { readonly value: number; readonly name: number };

/** A field that its group has already. */
export type RepeatedField = {
  readonly place: Place;
  readonly offset: number;
  readonly first: number;
};

/** A tree of JSON text as plain data, with the spot of every value and every repeated field. */
export type PlacedJson = {
  readonly data: unknown;
  readonly repeated: readonly RepeatedField[];
  spotOf(place: Place): Spot | null;
};

/** Reads a tree once. Of a repeated field the first one counts: all are told anyhow. */
export function placedJson(root: Node): PlacedJson {
  const spots = new Map<string, Spot>();
  const repeated: RepeatedField[] = [];
  const read = (node: Node, place: Place, name: number): unknown => {
    spots.set(JSON.stringify(place), { value: node.offset, name });
    const children = node.children ?? [];
    if (node.type === 'array') {
      return children.map((child, index) => read(child, [...place, index], child.offset));
    }
    if (node.type === 'object') return readFields(children, place);
    return node.value === 0 ? 0 : node.value;
  };
  const readFields = (fields: readonly Node[], place: Place): unknown => {
    const known = new Map<string, { readonly first: number; readonly value: unknown }>();
    for (const field of fields) {
      const [key, value] = field.children ?? [];
      if (key === undefined || value === undefined) throw new Error('a field lacks name or value');
      const name = String(key.value);
      const inside = [...place, name];
      const before = known.get(name);
      if (before === undefined) {
        known.set(name, { first: key.offset, value: read(value, inside, key.offset) });
      } else {
        repeated.push({ place: inside, offset: key.offset, first: before.first });
      }
    }
    // Own fields all of them, even one that is called `__proto__`.
    return Object.fromEntries([...known].map(([name, { value }]) => [name, value]));
  };
  const data = read(root, [], root.offset);
  return { data, repeated, spotOf: (place) => spots.get(JSON.stringify(place)) ?? null };
}
