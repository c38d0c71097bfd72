export const timeWords = {
  dawn: 'dawn|sunrise|daybreak|first light|early morning|aurora morning|breaking day',
  morning: 'morning|breakfast|forenoon',
  day: 'day|daytime|noon|midday|daylight|afternoon|bright day|high noon',
  golden: 'golden hour|golden light|late afternoon|warm light|evening light|low sun|evening|golden',
  sunset: 'sunset|sundown|setting sun|sunsets|red sky|afterglow',
  dusk: 'dusk|twilight|gloaming|blue hour|nightfall|crepuscule',
  night: 'night|midnight|nighttime|nocturnal|nocturne|after dark|darkness|at night',
} as const;
export type TimeId = keyof typeof timeWords;

export const seasonWords = {
  spring: 'spring|springtime|april|may|vernal',
  summer: 'summer|summertime|june|july|august|midsummer',
  autumn: 'autumn|fall|autumnal|october|november|september|fall colors|fall colours|indian summer',
  winter: 'winter|wintertime|december|january|february|wintry|christmas|xmas|yule',
} as const;
export type SeasonId = keyof typeof seasonWords;

export const weatherWords = {
  clear: 'clear|cloudless|clear sky|sunny|fair|fine weather',
  cloudy: 'cloudy|overcast|grey sky|gray sky|grey day',
  rain: 'rain|rainy|raining|drizzle|downpour|shower|wet|puddle|monsoon|raindrop',
  snow: 'snow|snowy|snowing|snowfall|blizzard|snowflake|frost|frosty|snowstorm|snow covered|snowbound|hoarfrost|icy',
  fog: 'fog|foggy|mist|misty|haze|hazy|smog|murky|cloud inversion|brume',
  storm: 'storm|stormy|thunder|thunderstorm|tempest|hurricane|gale|squall|tornado|typhoon',
  wind: 'wind|windy|breeze|breezy|gust|windswept|blustery',
} as const;
export type WeatherId = keyof typeof weatherWords;

export const moodWords = {
  calm: 'calm|peaceful|serene|quiet|tranquil|still|silent|gentle|restful|relaxing|soothing|zen|meditative|harmony|idyllic|placid|cozy|cosy|soft',
  joyful:
    'joyful|happy|cheerful|playful|bright|lively|whimsical|fun|vivid|colourful|colorful|vibrant|festive|merry|cute|sunny mood|energetic',
  gloomy:
    'gloomy|dark|sad|melancholy|melancholic|lonely|lonesome|bleak|somber|sombre|sorrow|desolate|solitude|wistful|abandoned|solitary',
  dramatic:
    'dramatic|epic|intense|powerful|majestic|grand|heroic|moody|fierce|wild|cinematic|sublime|monumental|imposing',
  dreamy:
    'dreamy|dream|magical|magic|mystical|mysterious|ethereal|enchanted|enchanting|surreal|fairytale|fairy tale|fantasy|otherworldly|dreamlike|fantastical',
  romantic: 'romantic|romance|love|tender|warm|nostalgic|nostalgia|sentimental|intimate',
  eerie:
    'eerie|spooky|haunted|creepy|ominous|scary|sinister|dark mood|gothic|halloween|ghostly|foreboding|nightmare',
  cold: 'cold|chilly|freezing|cool|crisp',
  ancient: 'ancient|old|medieval|historic|antique|vintage|rustic|weathered|retro',
  future:
    'futuristic|sci fi|science fiction|cyberpunk|neon mood|future|synthwave|vaporwave|space age',
} as const;
export type MoodId = keyof typeof moodWords;
