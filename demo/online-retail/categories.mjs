// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The gift shop's history has titles and no categories: they are guessed from words in the title. The
// first category with a matching word wins, so the narrow ones come first. A picture is guessed likewise.

const category = (slug, picture, nl, en, words) => ({
  slug,
  picture,
  name: { nl, en },
  words: words.split(' '),
})

export const categories = [
  category(
    'christmas',
    '🎄',
    'Kerst',
    'Christmas',
    'christmas xmas santa reindeer snowman snowflake advent bauble noel rudolph stocking',
  ),
  category(
    'jewellery',
    '💍',
    'Sieraden',
    'Jewellery',
    'necklace bracelet earrings ring brooch bangle diamante charm hair bead beads pendant choker',
  ),
  category(
    'bags',
    '👜',
    'Tassen en reizen',
    'Bags and travel',
    'bag bags shopper handbag purse umbrella luggage passport suitcase rucksack travel',
  ),
  category(
    'cards-and-paper',
    '✉️',
    'Kaarten en papier',
    'Cards and paper',
    'card cards wrap paper notebook pencil pencils pen letter ribbon ribbons sticker stickers tape postcard envelope stationery book journal ruler rubber eraser stamp tissues',
  ),
  category(
    'toys',
    '🧸',
    'Speelgoed en kinderen',
    'Toys and children',
    'toy game games doll dolly jigsaw puzzle children childrens childs kids baby girl girls boy boys teddy skittles playhouse balloon balloons magic spaceboy feltcraft skipping piggy dinosaur jacks',
  ),
  category(
    'textiles',
    '🧶',
    'Textiel',
    'Textiles',
    'cushion cushions towel quilt throw rug blanket cotton curtain cosy slippers gloves scarf shawl hot warmer pillow doormat sewing knitting mat flannel',
  ),
  category(
    'kitchen',
    '🧁',
    'Keuken en bakken',
    'Kitchen and baking',
    'cake cakes baking jam jar jars pantry recipe kitchen oven apron cookie lunch tin tins spoon spoons cutlery scales whisk pan egg eggs spice bread biscuit chopping tea-towel pot-holder snack popcorn muffin jelly colander measuring',
  ),
  category(
    'table',
    '🫖',
    'Aan tafel',
    'Tableware',
    'mug mugs cup cups saucer teacup teapot tea coffee plate plates bowl bowls glass glasses tumbler jug dish napkin napkins tray dinner placemat placemats coaster coasters cakestand cake-stand doily picnic milk sugar carafe wine straws bottle',
  ),
  category(
    'candles-and-light',
    '🕯️',
    'Kaarsen en licht',
    'Candles and light',
    'candle candles candleholder candlestick t-light t-lights tealight lantern light lights lamp lampshade incense chandelier nightlight fragrance',
  ),
  category(
    'garden',
    '🌷',
    'Tuin',
    'Garden',
    'garden gardening gardeners plant planter bird birds birdhouse watering parasol herb herbs seed seeds flowerpot pots trowel windmill deckchair bulb growing',
  ),
  category(
    'storage',
    '🧺',
    'Opbergen',
    'Storage',
    'box boxes basket baskets drawer drawers cabinet cupboard storage hook hooks hanger hangers rack shelf crates trinket tidy organiser bin chest trunk',
  ),
  category(
    'decoration',
    '🖼️',
    'Decoratie',
    'Decoration',
    'sign frame frames mirror clock heart hearts decoration decorations hanging wreath garland bunting vase ornament wall magnet magnets tile door doorstop star stars flower flowers butterfly rose chalkboard blackboard bell photo picture art block',
  ),
]

/** Where no word matches. */
export const remainder = category('more', '🎁', 'Meer cadeaus', 'More gifts', '')

/** The first category that has a word of the title. */
export function categoryOf(title) {
  const words = new Set(title.toLowerCase().split(/[^a-z-]+/))
  return categories.find((one) => one.words.some((word) => words.has(word))) ?? remainder
}
