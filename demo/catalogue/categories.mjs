// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The shop's shelves. A product names its shelf as a path of two slugs, "tools > drills".

const shelf = (slug, nl, en) => ({ slug, name: { nl, en } })

export const categories = [
  {
    slug: 'tools',
    picture: '🧰',
    name: { nl: 'Gereedschap', en: 'Tools' },
    intro: {
      nl: 'Machines en handgereedschap dat u kunt laten repareren, met het boortje dat erbij hoort.',
      en: 'Power and hand tools that can be repaired, with the drill bit that goes with them.',
    },
    shelves: [
      shelf('drills', 'Boren en schroeven', 'Drills and drivers'),
      shelf('drill-bits', 'Boren, bits en pluggen', 'Drill bits and plugs'),
      shelf('hand-tools', 'Handgereedschap', 'Hand tools'),
      shelf('saws-and-sanders', 'Zagen en schuren', 'Saws and sanders'),
    ],
  },
  {
    slug: 'garden',
    picture: '🌻',
    name: { nl: 'Tuinieren', en: 'Gardening' },
    intro: {
      nl: 'Zaad, grond, water en stevig gereedschap: van balkonbak tot moestuin.',
      en: 'Seed, soil, water and sturdy tools: from balcony planter to vegetable plot.',
    },
    shelves: [
      shelf('garden-tools', 'Tuingereedschap', 'Garden tools'),
      shelf('watering', 'Water geven', 'Watering'),
      shelf('soil-and-feed', 'Grond en voeding', 'Soil and feed'),
      shelf('seeds-and-bulbs', 'Zaden en bollen', 'Seeds and bulbs'),
    ],
  },
  {
    slug: 'plants',
    picture: '🪴',
    name: { nl: 'Planten', en: 'Plants' },
    intro: {
      nl: 'Gekweekt in Nederland, bezorgd in papier, met potten die bij de plant passen.',
      en: 'Grown in the Netherlands, delivered in paper, with pots to suit the plant.',
    },
    shelves: [
      shelf('houseplants', 'Kamerplanten', 'Houseplants'),
      shelf('garden-plants', 'Tuinplanten', 'Garden plants'),
      shelf('pots', 'Potten en bakken', 'Pots and planters'),
    ],
  },
  {
    slug: 'outdoor',
    picture: '⛱️',
    name: { nl: 'Buitenleven', en: 'Outdoor living' },
    intro: {
      nl: 'Zitten, vuur maken en de vogels op bezoek: de tuin als kamer.',
      en: 'Sit down, light a fire and let the birds visit: the garden as a room.',
    },
    shelves: [
      shelf('garden-furniture', 'Tuinmeubelen', 'Garden furniture'),
      shelf('barbecue', 'Barbecue en vuur', 'Barbecue and fire'),
      shelf('wildlife', 'Dieren in de tuin', 'Garden wildlife'),
    ],
  },
  {
    slug: 'paint',
    picture: '🎨',
    name: { nl: 'Verf', en: 'Paint' },
    intro: {
      nl: 'Kleuren die bij elkaar passen, en alles om netjes te werken.',
      en: 'Colours that go together, and all you need for tidy work.',
    },
    shelves: [
      shelf('wall-paint', 'Muurverf', 'Wall paint'),
      shelf('lacquer-and-stain', 'Lak, beits en olie', 'Gloss, stain and oil'),
      shelf('brushes-and-rollers', 'Kwasten en rollers', 'Brushes and rollers'),
      shelf('preparation', 'Voorbereiden en afplakken', 'Preparing and masking'),
    ],
  },
  {
    slug: 'lighting',
    picture: '💡',
    name: { nl: 'Licht en stroom', en: 'Light and power' },
    intro: {
      nl: 'Zacht licht, zuinige lampen en stekkers die u weer uit kunt zetten.',
      en: 'Soft light, frugal bulbs and sockets that you can switch off again.',
    },
    shelves: [
      shelf('lamps', 'Lampen', 'Lamps'),
      shelf('bulbs', 'Lichtbronnen', 'Bulbs'),
      shelf('power', 'Stroom en veiligheid', 'Power and safety'),
    ],
  },
  {
    slug: 'kitchen',
    picture: '🍳',
    name: { nl: 'Koken en tafelen', en: 'Kitchen and table' },
    intro: {
      nl: 'Pannen voor het leven, messen die scherp te houden zijn, borden voor elke dag.',
      en: 'Pans for life, knives that can be kept sharp, plates for every day.',
    },
    shelves: [
      shelf('pans', 'Pannen en bakken', 'Pans and baking'),
      shelf('knives-and-boards', 'Messen en planken', 'Knives and boards'),
      shelf('tableware', 'Aan tafel', 'Tableware'),
      shelf('coffee-and-tea', 'Koffie en thee', 'Coffee and tea'),
    ],
  },
  {
    slug: 'home',
    picture: '🛋️',
    name: { nl: 'Wonen', en: 'Home' },
    intro: {
      nl: 'Opbergen, toedekken, ophangen en schoonhouden, zonder een huis vol plastic.',
      en: 'Store it, cover it, hang it and keep it clean, without a house full of plastic.',
    },
    shelves: [
      shelf('storage', 'Opbergen', 'Storage'),
      shelf('textiles', 'Bed, bad en bank', 'Bed, bath and sofa'),
      shelf('decoration', 'Aan de muur en op tafel', 'Walls and tables'),
      shelf('cleaning', 'Schoonmaken', 'Cleaning'),
    ],
  },
]
