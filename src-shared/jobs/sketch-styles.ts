/** The ways Sketch can put down paint. Ids are kept in job records: never rename one. */
export const sketchStyles = [
  { id: 'watercolour', name: 'Watercolour' },
  { id: 'oil', name: 'Oil' },
  { id: 'ink', name: 'Ink' },
  { id: 'flat', name: 'Flat poster' },
  { id: 'pixel', name: 'Pixel art' },
  { id: 'low-poly', name: 'Low poly' },
  { id: 'risograph', name: 'Risograph' },
  { id: 'blueprint', name: 'Blueprint' },
  { id: 'paper-cut', name: 'Paper cut' },
  { id: 'stained-glass', name: 'Stained glass' },
  { id: 'charcoal', name: 'Charcoal' },
  { id: 'woodcut', name: 'Woodcut' },
] as const;

export type SketchStyleId = (typeof sketchStyles)[number]['id'];
