import type { FigureId } from '../figures/figures';

/**
 * Words for what can be drawn as a figure, singular; the reader knows regular plurals. An id may
 * be drawn by several figures: the first is usual, the seed may choose another.
 */
export type SubjectEntry = {
  readonly figures: readonly [FigureId, ...FigureId[]];
  readonly words: string;
};

export const subjectWords = {
  fox: { figures: ['fox'], words: 'fox|vixen|fennec|foxes' },
  wolf: { figures: ['wolf'], words: 'wolf|wolves|werewolf|coyote|jackal|husky' },
  dog: {
    figures: ['dog'],
    words: 'dog|puppy|hound|labrador|retriever|terrier|beagle|spaniel|corgi|dachshund|doggy',
  },
  cat: { figures: ['cat'], words: 'cat|kitten|kitty|tabby|feline|tomcat' },
  lion: { figures: ['lion'], words: 'lion|lioness' },
  tiger: { figures: ['tiger'], words: 'tiger|tigress' },
  leopard: { figures: ['leopard'], words: 'leopard|cheetah|jaguar|lynx|panther|ocelot' },
  horse: { figures: ['horse'], words: 'horse|pony|stallion|mare|foal|mustang|donkey|mule|colt' },
  unicorn: { figures: ['unicorn'], words: 'unicorn|pegasus' },
  zebra: { figures: ['zebra'], words: 'zebra' },
  deer: {
    figures: ['deer'],
    words: 'deer|stag|doe|fawn|buck|elk|moose|reindeer|caribou|antelope|gazelle',
  },
  cow: { figures: ['cow'], words: 'cow|bull|ox|oxen|calf|cattle|buffalo|bison|yak' },
  sheep: { figures: ['sheep'], words: 'sheep|lamb|ewe' },
  goat: { figures: ['goat'], words: 'goat|ibex|billy goat' },
  elephant: {
    figures: ['elephant'],
    words: 'elephant|mammoth|rhino|rhinoceros|hippo|hippopotamus',
  },
  giraffe: { figures: ['giraffe'], words: 'giraffe' },
  camel: { figures: ['camel'], words: 'camel|dromedary|llama|alpaca' },
  bear: { figures: ['bear'], words: 'bear|grizzly|bear cub|badger' },
  'polar bear': { figures: ['polar bear'], words: 'polar bear|white bear|ice bear' },
  panda: { figures: ['panda'], words: 'panda' },
  rabbit: { figures: ['rabbit'], words: 'rabbit|bunny|hare' },
  squirrel: { figures: ['squirrel'], words: 'squirrel|chipmunk' },
  mouse: { figures: ['mouse'], words: 'mouse|mice|rat|hamster|shrew' },
  hedgehog: { figures: ['hedgehog'], words: 'hedgehog|porcupine' },
  pig: { figures: ['pig'], words: 'pig|piglet|boar|hog|sow' },
  kangaroo: { figures: ['kangaroo'], words: 'kangaroo|wallaby' },
  frog: { figures: ['frog'], words: 'frog|toad' },
  snail: { figures: ['snail'], words: 'snail|slug' },
  turtle: { figures: ['turtle'], words: 'turtle|tortoise' },
  songbird: {
    figures: ['songbird'],
    words:
      'songbird|robin|sparrow|finch|bluebird|wren|nightingale|canary|kingfisher|hummingbird|cardinal|blackbird',
  },
  crow: { figures: ['crow'], words: 'crow|raven|magpie|jackdaw|rook' },
  bird: {
    figures: ['flying bird'],
    words: 'bird|gull|seagull|dove|pigeon|swallow|albatross|tern|pelican|goose|geese',
  },
  eagle: {
    figures: ['eagle'],
    words: 'eagle|hawk|falcon|condor|vulture|kite bird|osprey|buzzard|phoenix',
  },
  owl: { figures: ['owl'], words: 'owl|owlet' },
  duck: { figures: ['duck'], words: 'duck|duckling|mallard' },
  swan: { figures: ['swan'], words: 'swan|cygnet' },
  penguin: { figures: ['penguin'], words: 'penguin|puffin' },
  rooster: { figures: ['rooster'], words: 'rooster|hen|chicken|cockerel|chick|turkey' },
  flamingo: { figures: ['flamingo'], words: 'flamingo|heron|crane bird|stork|egret|ibis' },
  parrot: { figures: ['parrot'], words: 'parrot|macaw|cockatoo|budgie|toucan' },
  peacock: { figures: ['peacock'], words: 'peacock|peafowl' },
  whale: { figures: ['whale'], words: 'whale|orca|narwhal|humpback' },
  dolphin: { figures: ['dolphin'], words: 'dolphin|porpoise' },
  shark: { figures: ['shark'], words: 'shark' },
  fish: {
    figures: ['fish'],
    words: 'fish|goldfish|koi|carp|trout|salmon|clownfish|angelfish|tuna',
  },
  octopus: { figures: ['octopus'], words: 'octopus|squid|kraken|octopuses' },
  jellyfish: { figures: ['jellyfish'], words: 'jellyfish|medusa' },
  crab: { figures: ['crab'], words: 'crab|lobster' },
  butterfly: { figures: ['butterfly'], words: 'butterfly|moth' },
  bee: { figures: ['bee'], words: 'bee|bumblebee|wasp|honeybee' },
  dragonfly: { figures: ['dragonfly'], words: 'dragonfly|damselfly' },
  bat: { figures: ['bat'], words: 'bat' },
  dragon: { figures: ['dragon'], words: 'dragon|wyvern|griffin' },
  dinosaur: { figures: ['dinosaur'], words: 'dinosaur|brontosaurus|diplodocus|sauropod|dino' },
  snake: { figures: ['snake'], words: 'snake|serpent|viper|cobra|python|adder' },
  person: {
    figures: ['walker', 'person'],
    words:
      'person|man|men|figure|traveller|traveler|wanderer|hiker|stranger|silhouette|boy|guy|farmer|fisherman|sailor|shepherd|monk|poet|pilgrim|dancer|human|people|walker|tourist|crowd',
  },
  woman: {
    figures: ['woman'],
    words: 'woman|women|girl|lady|ballerina|princess|queen|bride|mother|witch',
  },
  child: { figures: ['child'], words: 'child|children|kid|toddler|baby|son|daughter' },
  'person with umbrella': {
    figures: ['person with umbrella'],
    words: 'umbrella|parasol|person with umbrella|man with umbrella|woman with umbrella',
  },
  wizard: { figures: ['wizard'], words: 'wizard|mage|sorcerer|druid|magician|warlock' },
  astronaut: { figures: ['astronaut'], words: 'astronaut|cosmonaut|spaceman|space suit' },
  knight: { figures: ['knight'], words: 'knight|warrior|soldier|samurai|king|paladin' },
  portrait: { figures: ['portrait'], words: 'portrait|face|headshot|self portrait|bust' },
  house: {
    figures: ['house', 'cottage'],
    words: 'house|home|villa|farmhouse|bungalow|mansion|building|hotel|inn',
  },
  cottage: {
    figures: ['cottage'],
    words: 'cottage|hut|cabin|thatched cottage|shack|chalet|hobbit house',
  },
  castle: { figures: ['castle'], words: 'castle|fortress|palace|chateau|citadel|fort' },
  lighthouse: { figures: ['lighthouse'], words: 'lighthouse|beacon' },
  windmill: { figures: ['windmill'], words: 'windmill|mill' },
  tower: { figures: ['tower'], words: 'tower|clock tower|campanile|watchtower|spire|minaret' },
  church: { figures: ['church'], words: 'church|chapel|cathedral|abbey|monastery' },
  barn: { figures: ['barn'], words: 'barn|stable|farm building|granary' },
  bridge: { figures: ['bridge'], words: 'bridge|stone bridge|viaduct|aqueduct|footbridge' },
  'suspension bridge': {
    figures: ['suspension bridge'],
    words: 'suspension bridge|golden gate|golden gate bridge',
  },
  pagoda: { figures: ['pagoda'], words: 'pagoda|japanese temple|shrine|torii' },
  temple: { figures: ['temple'], words: 'temple|parthenon|ruin|museum|acropolis' },
  pyramid: { figures: ['pyramid'], words: 'pyramid' },
  tent: { figures: ['tent'], words: 'tent|camp|campsite|tipi|teepee|yurt' },
  igloo: { figures: ['igloo'], words: 'igloo' },
  boat: {
    figures: ['sailboat', 'rowing boat'],
    words: 'boat|dinghy|skiff',
  },
  sailboat: {
    figures: ['sailboat'],
    words: 'sailboat|sailing boat|sail boat|yacht|catamaran|sail|regatta',
  },
  'rowing boat': {
    figures: ['rowing boat'],
    words: 'rowing boat|rowboat|canoe|kayak|gondola|punt|raft|fishing boat',
  },
  ship: {
    figures: ['ship'],
    words: 'ship|steamer|liner|ferry|freighter|cruise ship|tanker|tugboat|steamship|vessel',
  },
  galleon: {
    figures: ['galleon'],
    words: 'galleon|pirate ship|tall ship|caravel|frigate|clipper|sailing ship',
  },
  train: { figures: ['train'], words: 'train|locomotive|steam train|railway|steam engine|tram' },
  car: { figures: ['car'], words: 'car|automobile|taxi|cab|vehicle|beetle car|mini|van|truck' },
  bus: { figures: ['bus'], words: 'bus|coach|double decker|minibus' },
  bicycle: { figures: ['bicycle'], words: 'bicycle|bike|cycle|tandem|motorbike|motorcycle' },
  balloon: {
    figures: ['hot-air balloon'],
    words: 'balloon|hot air balloon|airship|zeppelin|aerostat',
  },
  rocket: {
    figures: ['rocket'],
    words: 'rocket|spaceship|starship|spacecraft|space shuttle|shuttle',
  },
  plane: { figures: ['plane'], words: 'plane|airplane|aeroplane|aircraft|jet|airliner' },
  saucer: { figures: ['saucer'], words: 'ufo|flying saucer|saucer|alien ship|alien' },
  submarine: { figures: ['submarine'], words: 'submarine|bathyscaphe' },
  vase: { figures: ['vase'], words: 'vase|urn|amphora|pottery|ceramic' },
  bottle: { figures: ['bottle'], words: 'bottle|wine|flask|wine bottle|carafe' },
  jug: { figures: ['jug'], words: 'jug|pitcher|ewer' },
  cup: { figures: ['cup'], words: 'cup|mug|coffee|tea|espresso|cappuccino|coffee cup|teacup' },
  teapot: { figures: ['teapot'], words: 'teapot|kettle' },
  bowl: { figures: ['bowl'], words: 'bowl|dish|fruit bowl|soup' },
  apple: { figures: ['apple'], words: 'apple|peach|pomegranate|cherry|plum|tomato' },
  pear: { figures: ['pear'], words: 'pear|quince|fig' },
  orange: {
    figures: ['orange'],
    words: 'orange fruit|oranges|tangerine|mandarin|clementine|grapefruit',
  },
  lemon: { figures: ['lemon'], words: 'lemon|lime fruit|citrus' },
  grapes: { figures: ['grapes'], words: 'grape|bunch of grapes|berry|blueberry' },
  fruit: { figures: ['apple', 'pear', 'lemon', 'grapes', 'orange'], words: 'fruit' },
  candle: { figures: ['candle'], words: 'candle|candlestick' },
  book: { figures: ['book'], words: 'book|novel|stack of books|library|tome' },
  lantern: { figures: ['lantern'], words: 'lantern|oil lamp|lamp' },
  clock: { figures: ['clock'], words: 'clock|watch|alarm clock|timepiece' },
  cake: { figures: ['cake'], words: 'cake|birthday cake|dessert|gateau|cupcake' },
  skull: { figures: ['skull'], words: 'skull|vanitas' },
  guitar: { figures: ['guitar'], words: 'guitar|violin|cello|lute|ukulele' },
  mushroom: { figures: ['mushroom'], words: 'mushroom|toadstool|fungus|fungi' },
  snowman: { figures: ['snowman'], words: 'snowman|snowmen' },
} as const satisfies Record<string, SubjectEntry>;

export type SubjectId = keyof typeof subjectWords;
