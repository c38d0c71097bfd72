/** Words for where the picture is set. */
export const settingWords = {
  meadow:
    'meadow|field|grassland|pasture|prairie|countryside|plain|steppe|savanna|savannah|lawn|clearing|moor|heath|landscape|rural|land',
  hills:
    'hill|hilltop|hillside|rolling hills|valley|highland|downs|dale|vale|tuscany|shire|vineyard',
  mountains:
    'mountain|peak|summit|alps|alpine|ridge|range|himalaya|cliff|crag|fjord|rocky mountains|everest|matterhorn',
  forest: 'forest|wood|woods|woodland|grove|thicket|taiga|redwood|pines|treeline|fairy forest',
  jungle: 'jungle|rainforest|tropics|tropical forest|amazon',
  desert: 'desert|dune|sahara|sand dunes|arid|badlands|wasteland|mesa|mars',
  canyon: 'canyon|gorge|grand canyon|ravine|butte',
  beach:
    'beach|shore|seaside|coast|coastline|seashore|sandy beach|sand|bay|cove|lagoon|tropical island',
  sea: 'sea|ocean|wave|surf|tide|atlantic|pacific|mediterranean|high seas|open water|swell|strait',
  harbour: 'harbour|harbor|port|dock|marina|quay|pier|jetty|wharf',
  island: 'island|isle|atoll|archipelago|islet',
  underwater:
    'underwater|undersea|coral reef|coral|reef|deep sea|seabed|ocean floor|aquarium|beneath the waves|under the sea|sunken|abyss',
  lake: 'lake|pond|loch|mere|reservoir|tarn|water|swamp|marsh|wetland|bayou',
  river: 'river|stream|brook|creek|canal|waterfall|rapids|riverbank',
  city: 'city|cityscape|skyline|metropolis|town|downtown|skyscraper|urban|manhattan|new york|tokyo|london|paris|rooftops|buildings|megacity|cyberpunk city|chicago|hong kong',
  street: 'street|avenue|boulevard|alley|sidewalk|lane|crossroads|market|plaza|town square',
  village: 'village|hamlet|houses|cottages|settlement|small town|townhouses',
  farm: 'farm|farmland|orchard|wheat field|cornfield|wheat|harvest|barley|crops|ranch|plantation',
  garden: 'garden|flower bed|park|botanical garden|greenhouse|courtyard|backyard',
  arctic:
    'arctic|antarctica|antarctic|north pole|south pole|glacier|iceberg|ice|tundra|polar|frozen|greenland|ice floe',
  space:
    'space|outer space|galaxy|cosmos|universe|nebula|milky way|orbit|asteroid|deep space|solar system|interstellar|supernova|black hole|constellation',
  planet:
    'planet|saturn|jupiter|alien planet|alien world|alien landscape|exoplanet|earth|venus|neptune|moon landing|moon surface|lunar surface|lunar',
  sky: 'sky|skies|heaven|above the clouds|cloudscape|in the air|airborne|atmosphere',
  volcano: 'volcano|lava|eruption|vesuvius|fuji|mount fuji|magma|crater',
  room: 'room|interior|kitchen|table|still life|desk|shelf|windowsill|tabletop|bedroom|study|cafe|restaurant|studio|indoors|living room|counter',
  cave: 'cave|cavern|grotto|tunnel|mine',
} as const;

export type SettingId = keyof typeof settingWords;

/** Words for plants that fill or frame a picture. */
export const plantWords = {
  tree: 'tree|trees|oak|oak tree|beech|elm|maple|linden|chestnut|ash tree|apple tree|olive tree|lone tree',
  pine: 'pine|pine tree|fir tree|spruce tree|fir|spruce|conifer|evergreen|christmas tree|cedar|larch|cypress',
  birch: 'birch|birch tree|aspen|poplar',
  palm: 'palm|palm tree|coconut tree',
  willow: 'willow|weeping willow',
  cactus: 'cactus|cacti|saguaro|succulent',
  'bare tree': 'bare tree|dead tree|winter tree|leafless tree',
  blossom:
    'blossom|cherry blossom|cherry tree|sakura|almond blossom|plum blossom|apple blossom|magnolia',
  bush: 'bush|shrub|hedge|fern|undergrowth|leaf|leaves|foliage|ivy|vine|plant',
  grass: 'grass|tall grass|blade of grass|hay',
  reeds: 'reed|bulrush|cattail|rushes|bamboo|water lily|lily pad|lotus',
} as const;

export type PlantId = keyof typeof plantWords;

export const flowerWords = {
  daisy: 'daisy|chamomile|marguerite|aster|wildflower|edelweiss',
  tulip: 'tulip|crocus',
  rose: 'rose|peony|camellia|ranunculus|carnation|dahlia|chrysanthemum',
  sunflower: 'sunflower',
  poppy: 'poppy|anemone|hibiscus|cosmos flower',
  lavender: 'lavender|bluebell|lupin|foxglove|hyacinth|lilac|wisteria|delphinium|heather',
  iris: 'iris|lily|orchid|daffodil|narcissus|amaryllis',
  dandelion: 'dandelion|allium|hydrangea|thistle',
  flower: 'flower|bloom|bouquet|floral|petal|flora',
} as const;

export type FlowerId = keyof typeof flowerWords;

/** Things in the sky or on the ground that are part of a setting. */
export const featureWords = {
  sun: 'sun|sunshine|sunlight|sunlit|sunny day',
  moon: 'moon|full moon|moonlight|moonlit|crescent|crescent moon|half moon|harvest moon',
  stars: 'star|starlight|starry|starry night|starry sky|stargazing|night sky',
  clouds: 'cloud|cumulus|puffy clouds',
  rainbow: 'rainbow',
  aurora: 'aurora|northern lights|aurora borealis|polar lights',
  lightning: 'lightning|thunderbolt',
  fireworks: 'firework|new year',
  comet: 'comet|meteor|shooting star|falling star|meteor shower',
  path: 'path|road|trail|track|footpath|way|winding road|highway',
  fence: 'fence|gate|fence post|stile',
  reflection: 'reflection|mirrored|reflected|reflecting|mirror lake',
  sunbeams: 'sunbeam|rays|ray|god rays|light rays|shaft of light|crepuscular',
  rocks: 'rock|stone|boulder|pebble|stones',
  seaweed: 'seaweed|kelp|algae',
  bubbles: 'bubble',
  petals: 'falling petals|confetti|falling leaves',
  fireflies: 'firefly|fireflies|glow worm|sparks|embers|magic dust|fairy lights',
  campfire: 'campfire|bonfire|fire|flame|fireplace',
  ripples: 'ripple',
  smoke: 'smoke|steam|chimney smoke',
  window: 'window|view from a window',
  ring: 'ringed|rings of saturn|planetary ring',
  lights:
    'neon|neon lights|city lights|street lamp|street lights|lamplight|lit windows|glowing windows|headlights',
} as const;

export type FeatureId = keyof typeof featureWords;
