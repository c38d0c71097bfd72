export const compositionWords = {
  close: 'close up|closeup|macro|detail|close|extreme close up|zoomed in|tight shot|near',
  wide: 'wide|wide angle|wide shot|panorama|panoramic|vista|vast|expansive|sweeping|establishing shot|aerial|distant view',
  'low horizon': 'low horizon|big sky|wide sky|huge sky|low angle|worm eye view',
  'high horizon':
    'high horizon|from above|bird eye view|birds eye view|overhead|top down|high angle|looking down',
  symmetrical: 'symmetrical|symmetry|symmetric|mirror symmetry|balanced',
  centred:
    'centred|centered|in the middle|in the centre|in the center|central|middle|centre|center',
  left: 'left|on the left|to the left|left side',
  right: 'right|on the right|to the right|right side',
  minimal: 'minimal|minimalist|minimalistic|simple|sparse|empty|negative space|clean|uncluttered',
  busy: 'busy|crowded|detailed|intricate|dense|lush|abundant|rich detail|elaborate|overgrown|full of',
  silhouette: 'silhouetted|in silhouette|backlit|backlight|contre jour|against the light',
  distant: 'distant|far away|faraway|in the distance|on the horizon|remote|tiny in the distance',
} as const;
export type CompositionId = keyof typeof compositionWords;

export const sizeWords = {
  huge: 'huge|giant|enormous|gigantic|massive|colossal|towering|immense|big|large|tall|great|mighty',
  tiny: 'tiny|small|little|miniature|mini size|wee|petite|short',
} as const;
export type SizeId = keyof typeof sizeWords;

export const countWords: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  single: 1,
  lone: 1,
  lonely: 1,
  solitary: 1,
  another: 1,
  two: 2,
  pair: 2,
  couple: 2,
  twin: 2,
  both: 2,
  three: 3,
  trio: 3,
  triple: 3,
  four: 4,
  quartet: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  dozen: 12,
  few: 3,
  several: 5,
  some: 4,
  many: 9,
  lots: 9,
  numerous: 9,
  group: 5,
  family: 4,
  bunch: 6,
  pack: 5,
  herd: 7,
  flock: 9,
  swarm: 14,
  school: 9,
  shoal: 11,
  fleet: 6,
  flotilla: 6,
  pod: 4,
  pride: 4,
  row: 5,
  rows: 9,
  cluster: 6,
  colony: 9,
  murmuration: 16,
  dozens: 14,
  countless: 16,
  hundreds: 18,
  thousands: 20,
  gaggle: 6,
  team: 5,
  line: 5,
};

/** Words that say "not this": they rule out what follows up to the next comma or break. */
export const negationWords =
  'no|not|without|except|minus|never|excluding|lacking|avoid|exclude|nor|neither|sans|hide|remove';

/** Parts of style and quality talk that people put in prompts; read, and deliberately of no effect. */
export const styleTalk =
  'watercolour|watercolor|oil|painting|ink|drawing|sketch|pencil|illustration|art|artwork|digital|style|poster|pixel|pixel art|low poly|lowpoly|risograph|riso|blueprint|charcoal|woodcut|linocut|stained glass|paper cut|papercut|collage|photo|photograph|photography|photorealistic|realistic|realism|render|rendering|3d|4k|8k|hd|uhd|high quality|best quality|masterpiece|highly detailed|ultra detailed|trending|artstation|octane|unreal engine|concept art|matte painting|impressionist|impressionism|expressionist|cubist|ukiyo e|anime|manga|comic|cartoon|vector|flat|gouache|acrylic|pastel drawing|sharp focus|bokeh|depth of field|hdr|beautiful|gorgeous|stunning|lovely|nice|amazing|pretty|picture|image|scene|print|design|abstract art|hand drawn|brush|brushstrokes|texture|palette|studio ghibli|van gogh|monet|hokusai|turner|picasso|lighting|shot|composition|background|foreground|award winning|professional|aesthetic|elegant|sharp|resolution|quality|cinematic lighting|volumetric|lens|35mm|film|grain|tone|tones|colours|colors|colour|color|shades|shade|hue|hues|view|scenery|mood|atmospheric|seen|looking|standing|sitting|walking|running|sleeping|resting|flying|swimming|jumping|sailing|drifting|floating|playing|hunting|grazing|watching|waiting|under|over|through|along|across|beside|behind|front|near|between|among|around|above|below|beneath|toward|towards|inside|outside|onto|into|upon|surrounded|covered|filled|rising|setting|falling|growing|blooming|glowing|shining|reflecting';

export const abstractWords =
  'abstract|abstraction|geometric|pattern|shapes|composition of shapes|bauhaus|kandinsky|mondrian|suprematist|circles|circle|triangles|triangle|squares|square|lines|spiral|mandala|fractal|swirl|waves of colour|waves of color|nonobjective|emotion|idea|thought|music|sound|jazz|rhythm|energy|chaos|order|time|memory|freedom|infinity|hope|fear|joy|anger|silence';

/** Small words that carry no picture. */
export const fillerWords =
  'the|of|in|on|at|by|with|and|or|to|from|for|is|are|was|be|it|its|this|that|these|those|as|but|up|down|out|off|his|her|their|my|your|our|very|so|too|just|there|here|which|who|while|where|when|then|than|into|like|s|side|front|back|one|some|all|each|every|more|most|such|only|also|has|have|having|can|will|would|i|we|you|they|he|she|please|draw|paint|make|create|show|me|want|picture|image';
