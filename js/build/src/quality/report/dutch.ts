// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { ReportTexts } from './ReportTexts.js'

export const dutch: ReportTexts = {
  title: 'Hoe goed dit pack weet wat er volgt',
  pack: 'dit pack',
  bestsellers: 'bestsellers',
  all: 'alle stappen',
  new: 'stappen naar een nieuw product',
  unknown: {
    noHistory: 'Er is geen geschiedenis om op te testen.',
    fewSessions: (least, sessions) =>
      `Daarvoor zijn minstens ${least} sessies nodig, en er zijn er ${sessions}.`,
    noSteps: 'Geen van de sessies om op te testen heeft een tweede product.',
  },
  notMeasured: 'Er is niets gemeten.',
  days: (from, to) =>
    from === to ? `de sessies van ${from}` : `de sessies van ${from} tot en met ${to}`,
  lastSessions: 'de laatste sessies',
  what: (when, sessions, steps) =>
    `Een pack is getraind op de geschiedenis zonder ${when}, en daarna daarop beproefd: ${sessions} sessies met ${steps} stappen van het ene ` +
    'product naar het volgende. Bij elke stap is om 20 producten gevraagd, met alleen de kennis van wat de sessie daarvoor had. ' +
    'Geteld is hoe vaak het product waar de bezoeker werkelijk naartoe ging erbij was.',
  sampled: (cases, steps) =>
    `Beproefd zijn ${cases} van de ${steps} stappen, gelijkmatig verdeeld.`,
  headline: {
    all: (hits) => `Bij ${hits} van de 100 stappen stond het volgende product bij de 20 getoonde.`,
    new: (hits) =>
      `Bij ${hits} van de 100 stappen naar een nieuw product stond dat bij de 20 getoonde.`,
  },
  besideBestsellers: (hits) => `Een lijst van bestsellers: ${hits} van de 100.`,
  few: (cases) =>
    `Er konden maar ${cases} stappen worden beproefd. Dat is te weinig om veel te zeggen: kijk naar de intervallen voor u een conclusie trekt.`,
  fewHere: 'te weinig om iets te zeggen',
  tables: {
    figures: 'Cijfers',
    group: 'Groep',
    cases: (steps) => `${steps} stappen`,
    share: 'Gevonden',
    intervals: 'daaronder het 95%-interval',
    shown: 'Getoonde producten',
  },
  hits: {
    title: 'Gevonden bij de twintig',
    intro:
      'Alle stappen: elk volgend product telt, ook een dat de sessie al had. Stappen naar een nieuw product laten die weg, en houden ' +
      'de producten van de sessie zelf uit de lijst: dat is wat een winkel meestal wil tonen.',
    hr: 'HR@20: hoe vaak gevonden',
    mrr: 'MRR@20: hoe hoog in de lijst',
  },
  curve: {
    title: 'Hoe lang de lijst moet zijn',
    intro: 'Hoe vaak het volgende product gevonden werd als er minder dan 20 worden getoond.',
    axis: 'getoonde producten',
    label: (kind, pack, other) =>
      `Lijngrafiek, ${kind}: gevonden in een lijst van 1 tot 20 producten. Bij 20 vindt dit pack ${pack} en vinden bestsellers ${other}.`,
  },
  known: {
    title: 'Hoeveel de sessie al had verteld',
    intro:
      'Stappen naar een nieuw product, naar hoeveel verschillende producten de sessie daarvoor had.',
    groups: ['1 product', '2 producten', '3 tot 5 producten', '6 of meer producten'],
    label:
      'Staafgrafiek: hoe vaak het volgende product gevonden werd, naar wat de sessie daarvoor had.',
  },
  popularity: {
    title: 'Populaire producten en de andere',
    intro:
      'Stappen naar een nieuw product, naar hoe populair dat product is. Een lijst van bestsellers kan niet meer kennen dan de twintig populairste.',
    groups: [
      'het populairste tiende deel',
      'de rest van de eerste helft',
      'de minder populaire helft',
    ],
    label:
      'Staafgrafiek: hoe vaak het volgende product gevonden werd, naar hoe populair dat product is.',
  },
  head: {
    title: 'Wat er getoond wordt',
    intro: (coverage, products) =>
      `${coverage} van de ${products} producten stond in minstens één lijst. Hieronder: welk deel van alle getoonde plaatsen naar het ` +
      'populairste tiende deel van de producten ging, naast het deel van de werkelijke stappen dat daarheen ging. Veel meer dan ' +
      'het werkelijke deel betekent dat het pack opdringt wat al populair is.',
    lists: 'plaatsen in de lijsten',
    real: 'werkelijke stappen',
    share: 'Aandeel',
    what: 'Naar het populairste tiende deel',
    label: (lists, real) =>
      `Staafgrafiek: ${lists} van de plaatsen in de lijsten gaat naar het populairste tiende deel van de producten, en ${real} van de werkelijke stappen.`,
  },
  reading: {
    title: 'Hoe dit te lezen',
    points: [
      'HR@20 (hit rate) is het deel van de stappen waarvan het product bij de 20 stond. MRR@20 (mean reciprocal rank) telt ook hoe hoog: ' +
        '1 voor de eerste plaats, 1/2 voor de tweede, 1/20 voor de twintigste, 0 waar het er niet bij stond.',
      'Het 95%-interval is waar het cijfer kan liggen als het alleen toeval is dat deze sessies de laatste waren. Het neemt aan dat ' +
        'stappen los van elkaar staan; die van één sessie doen dat niet helemaal, dus het is iets te smal.',
      'Bezoekers zagen de winkel zoals die was, niet deze lijsten. Een product dat niet gevonden werd was misschien even welkom. Of de ' +
        'winkel er meer door verkoopt, kan alleen een proef in de winkel vertellen.',
      'Het pack dat wordt uitgeleverd is op alles getraind, ook op de laatste dagen.',
    ],
  },
  about: (pack, products, lines) =>
    `Pack ${pack}: ${products} producten, uit ${lines} regels geschiedenis. Deze pagina is voor de winkel: ze hoort niet bij de bestanden ` +
    'die iedereen kan ophalen.',
}
