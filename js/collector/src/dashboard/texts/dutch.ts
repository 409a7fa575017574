// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { DashboardTexts } from './DashboardTexts.js'

export const dutch: DashboardTexts = {
  title: 'Hoe het met uw winkel gaat',
  intro:
    'Uit antwoorden waar bezoekers mee instemden. Elk antwoord is door toeval vervaagd voor het de browser verliet: alleen veel antwoorden samen zeggen iets, ' +
    'en daarom staat bij elk cijfer hoe zeker het is.',
  otherLanguage: 'English',
  contents: 'Op deze pagina',
  period: {
    title: 'Periode',
    from: 'Van',
    to: 'Tot en met',
    show: 'Toon',
    latest: 'Het laatste',
    usual: 'De laatste 12 perioden van elke vraag',
    since: (day) => `vanaf ${day}`,
    until: (day) => `tot en met ${day}`,
  },
  facts: {
    answers: (count, isOne) => `${count} ${isOne ? 'antwoord' : 'antwoorden'}`,
    asked: {
      measure: 'bezoekers die instemden met meten',
      both: 'bezoekers die instemden met meten en met personaliseren',
    },
    epsilon: (epsilon, ratio) => `ε\u00a0=\u00a0${epsilon} (ln\u00a0${ratio})`,
    interval: '95%-intervallen',
    open: 'telt nog',
    exact: 'precies geteld: geen ε, geen interval',
  },
  chance: {
    seldom: (count) => `minder dan eens in de ${count}`,
    once: (count) => `eens in de ${count}`,
    often: (count) => `${count} van de 100 keer`,
  },
  to: 'tot',
  notEnough: {
    title: 'Nog niet genoeg antwoorden',
    none: 'Over deze periode is geen antwoord binnengekomen.',
    some: (reports, floor, more) =>
      `${reports} van de ${floor} antwoorden die er nodig zijn. Nog ${more} en er is iets te zien.`,
    cell: 'nog niet genoeg antwoorden',
    progress: (reports, floor) => `${reports} van ${floor} antwoorden`,
  },
  findings: {
    title: 'Wat opvalt',
    intro: 'Alleen wat niet door toeval te verklaren is.',
    kinds: {
      better: 'Werkt',
      worse: 'Schaadt',
      check: 'Controleer',
      change: 'Veranderd',
      gap: 'Gemist',
      wait: 'Wacht',
    },
    nothing:
      'Niets dat niet ook toeval kan zijn. Ook dat is een uitkomst: er hoeft niets te gebeuren.',
    noMeasures:
      'De winkel stelt nog geen vragen. Zet measures in de configuratie (of neem die van retail()), bouw het pack, en geef deze collector dat pack.',
    noReports:
      'Er zijn nog geen antwoorden binnen. Ze komen van bezoekers die instemden met meten, zodra het pakket op de pagina weet waar deze collector staat. ' +
      'De eerste cijfers verschijnen na een paar honderd antwoorden.',
    bought: {
      better: (name) => `${name}: meer bezoekers kopen.`,
      worse: (name) => `${name}: minder bezoekers kopen.`,
    },
    clicked: {
      better: (name) => `${name}: meer bezoekers klikken.`,
      worse: (name) => `${name}: minder bezoekers klikken.`,
    },
    arms: (shown, heldOut, points, low, high) =>
      `${shown} van wie het te zien kreeg, ${heldOut} van de controlegroep: ${points} punt (${low} tot ${high}).`,
    ratio: (name, found, expected, chance) =>
      `${name}: ${found} van de antwoorden komt uit de controlegroep, en dat had ${expected} moeten zijn. Door toeval alleen gebeurt dat ${chance}. ` +
      'Aan één kant antwoordt iets te veel of te weinig: zoek dat eerst uit, en lees de meeropbrengst tot dan niet.',
    change: {
      up: (answer, measure) => `${measure}: meer ‘${answer}’ dan de periode ervoor.`,
      down: (answer, measure) => `${measure}: minder ‘${answer}’ dan de periode ervoor.`,
    },
    changed: (before, after, points, low, high) =>
      `Van ${before} naar ${after}: ${points} punt (${low} tot ${high}).`,
    gap: {
      'zero-results': (category) => `Gezocht en niet gevonden, het meest: ${category}.`,
      'out-of-stock': (category) => `Bekeken terwijl het uitverkocht was, het meest: ${category}.`,
    },
    gapShare: (share, range) => `${share} (${range}) van de bezoekers maakte het mee.`,
    wait: (names, count) =>
      count === 1
        ? `Nog niet genoeg antwoorden: ${names}.`
        : `${count} vragen hebben nog niet genoeg antwoorden: ${names}.`,
    more: (name, more) => `${name} (nog ${more})`,
  },
  sections: {
    funnel: { title: 'Hoe ver bezoekers komen', intro: 'De verste stap die een bezoeker haalde.' },
    shoppers: {
      title: 'Wie uw bezoekers zijn',
      intro: 'Hoe groot elke groep is in de laatste volledige periode, en hoe dat verliep.',
    },
    uplift: {
      title: 'Wat uw werk oplevert',
      intro:
        'Bij elk experiment ziet een deel van de bezoekers, in hun eigen browser door het lot bepaald, de winkel alsof er niets van hen bekend is: de controlegroep. ' +
        'Het verschil tussen beide kanten is wat uw werk oplevert.',
    },
    slots: {
      title: 'Plaatsen op de pagina',
      intro: 'Hoe ver bezoekers gingen met wat een plaats toonde.',
    },
    gaps: {
      title: 'Wat het assortiment mist',
      intro:
        'Zoekopdrachten zonder resultaat en producten die bekeken zijn terwijl ze uitverkocht waren, per categorie.',
    },
    survey: {
      title: 'Wat bezoekers zeggen',
      intro: 'Wat zij antwoordden op uw eigen vragen.',
    },
    consent: {
      title: 'Toestemming',
      intro: 'Wie de winkel wat toestaat: over deze bezoekers gaan de andere cijfers.',
    },
    history: {
      title: 'Wat de bestelgeschiedenis zegt',
      intro:
        'Dezelfde groepen onder de klanten in uw eigen bestellingen, wie er ook waarmee instemde.',
    },
  },
  measure: {
    lead: (answer, share, range) => `Het meest: ‘${answer}’, ${share} (${range}).`,
    leadYes: (share, range) => `${share} (${range}) van de bezoekers.`,
    leadOne: (answer, share, range) => `‘${answer}’: ${share} (${range}).`,
    leadGap: (answer, share, range) =>
      `Het meest: ‘${answer}’, ${share} (${range}) van de bezoekers.`,
    nothingMet: (share, range) => `${share} (${range}) maakte niets van dien aard mee.`,
    chart: (measure, lead) => `Staafgrafiek van ${measure}. ${lead}`,
    shownOf: (shown, all) =>
      `De ${shown} grootste van ${all} antwoorden; ze staan alle in de tabel.`,
    trend: 'Door de tijd',
    trendNote:
      'De band is het 95%-interval. Elk antwoord heeft een eigen schaal. Een open punt is een periode die nog telt.',
    trendChart: (answer, first, last, least, most) =>
      `Lijn van ‘${answer}’: eerst ${first}, het laatst ${last}, tussen ${least} en ${most}.`,
    noTrend: 'Een lijn door de tijd verschijnt vanaf de tweede periode met genoeg antwoorden.',
    numbers: 'Alle cijfers',
    numbersOf: (measure) => `Cijfers van ${measure}`,
    overTimeOf: (measure) => `${measure} door de tijd`,
    answer: 'Antwoord',
    share: 'Aandeel',
    raw: 'Ruwe schatting',
    counted: 'In bezoekers',
    rawNote:
      'Het aandeel is gemaakt om te tonen: nooit negatief, samen 100%. De ruwe schatting is zuiver en kan door toeval negatief zijn; het interval ligt daaromheen. Onder elk staat het 95%-interval.',
    same: 'niet van niets te onderscheiden',
    period: 'Periode',
    whole: 'Hele periode',
    lastOf: (count) => `De laatste ${count} perioden; ze staan alle in het bestand.`,
    reports: 'Antwoorden',
    sure: 'Hoe zeker, en hoe privé',
    download: 'Als bestand:',
    downloadOf: (measure) => `cijfers van ${measure}`,
  },
  sure: {
    truth: {
      'k-rr': (truth) =>
        `Eén antwoord is in ${truth} van de 100 gevallen het ware. Niemand kan zien wanneer.`,
      oue: (truth, other) =>
        `Eén antwoord kruist in ${truth} van de 100 gevallen het ware aan, en elk van de andere in ${other} van de 100. Niemand kan zien wanneer.`,
    },
    interval: (now, answers, factor) =>
      `Het breedste interval is ±\u00a0${now} punt. De helft daarvan vergt zo’n ${answers} antwoorden in de periode: ${factor} keer zo veel.`,
    forged: (moves, share) =>
      `Een vervalst antwoord verschuift een schatting met hoogstens ${moves} bezoekers: ${share} van deze antwoorden.`,
    together: (moves, share) =>
      `Het verschuift alle schattingen samen met hoogstens ${moves} bezoekers: ${share} van deze antwoorden.`,
    once: (days) => `Een bezoeker antwoordt hoogstens eens in ${days}.`,
    asked: {
      visit: 'Gevraagd tijdens een bezoek, op een moment dat het lot bepaalt.',
      epoch: 'Gevraagd bij het eerste bezoek na een moment in de periode dat het lot bepaalt.',
    },
    bounds: (from, to) => `Gevraagd van ${from} tot en met ${to}.`,
    series: (series, of) =>
      `Reeks ${series}, van ${of}. Een andere definitie begint een andere reeks.`,
  },
  uplift: {
    kinds: { package: 'Hele pakket', slot: 'Plaats op de pagina', campaign: 'Campagne' },
    at: (slot) => `op ‘${slot}’`,
    holdout: (share) => `${share} controlegroep`,
    bought: 'Gekocht',
    clicked: 'Geklikt of verder',
    chart: (name, rows) => `Meeropbrengst van ${name}, naast een lijn bij geen verschil. ${rows}`,
    chartRow: (name, points, low, high) => `${name}: ${points} punt (${low} tot ${high}).`,
    fixed: '95%-interval',
    anytime: 'geldig bij elke blik',
    zero: 'geen verschil',
    verdicts: {
      better: 'Beter, wanneer u ook kijkt.',
      worse: 'Slechter, wanneer u ook kijkt.',
      leaning:
        'Het neigt die kant op, maar wie elke week kijkt ziet zoiets ook door toeval. Wacht tot het interval voor elke blik de nul verlaat.',
      none: 'Er is nog geen verschil vast te stellen.',
      unknown: 'Nog niet genoeg antwoorden om iets te zeggen.',
    },
    lead: (outcome, shown, heldOut) =>
      `${outcome}: ${shown} van wie het te zien kreeg, ${heldOut} van de controlegroep.`,
    table: (name) => `Meeropbrengst van ${name}`,
    what: 'Uitkomst',
    uplift: 'Meeropbrengst, punten',
    relative: 'Relatief',
    impossible:
      'Ruis brengt de schatting van één kant voorbij wat mogelijk is: alleen het interval zegt hier iets.',
    relatively: (change) => `Dat is ${change} op het deel van de controlegroep.`,
    anyTime: '95%, bij elke blik',
    shown: 'getoond',
    heldOut: 'controlegroep',
    arms: (name) => `De twee kanten van ${name}`,
    arm: 'Kant',
    armReports: 'Antwoorden, geschat',
    response: 'Antwoorden, van de verwachte',
    armShare: 'Deel van de antwoorden',
    ratio: {
      fine: (found, expected, chance) =>
        `${found} van de antwoorden is van de controlegroep, ${expected} was de bedoeling: toeval alleen gaat ${chance} zo ver.`,
      suspect: (found, expected, chance) =>
        `De kanten zijn niet zo groot als ze horen: ${found} is controlegroep, ${expected} was de bedoeling. Toeval alleen gaat ${chance} zo ver. Lees de meeropbrengst niet tot de oorzaak gevonden is.`,
    },
    noRatio: 'Of de kanten zo groot zijn als ze horen is nog niet te zeggen.',
    needed: (half, answers, target) =>
      `Nu ±\u00a0${half} punt. Voor ±\u00a0${target} punt zijn zo’n ${answers} antwoorden nodig; met een grotere controlegroep of een grotere ε minder.`,
    against: (name) => `Naast ${name}`,
    difference: (points, low, high) =>
      `De meeropbrengst van deze campagne min die van de vorige: ${points} punt (${low} tot ${high}).`,
    againstVerdicts: {
      better: 'Beter dan de vorige.',
      worse: 'Minder dan de vorige.',
      none: 'Er is geen verschil tussen beide te zien.',
    },
    points: 'in procentpunten',
  },
  consent: {
    banner: 'Wat de banner zelf telde',
    bannerLead: (shown, personalise, measure) =>
      `Van de ${shown} keer dat hij getoond is: ${personalise} stemde in met personaliseren, ${measure} met meten.`,
    bannerNote: 'Overgenomen uit de banner. Wie nooit met meten instemde telt hier mee.',
    noBanner:
      'Hoeveel van alle bezoekers instemt weet alleen uw toestemmingsbanner: geef de collector zijn cijfers en ze staan hier.',
    chart: (personalise, measure) =>
      `Lijnen per dag: stemde in met personaliseren ${personalise}, met meten ${measure}, van alle keren dat de banner getoond is.`,
    day: 'Dag',
    shown: 'Getoond',
    personalise: 'stemde in met personaliseren',
    measure: 'stemde in met meten',
    whole: 'Hele periode',
    table: 'Wat de banner telde',
  },
  history: {
    lead: (customers, period) => `${customers} klanten, in de bestellingen van ${period}.`,
    note: 'Uit uw eigen bestellingen, zoals die waren toen het pack gebouwd werd.',
    segments: 'Segmenten',
    segment: 'Groep',
    customers: 'Klanten',
    value: 'Besteed',
    now: 'Onder wie nu antwoordde',
    tooFew: 'te weinig',
    notAsked: 'niet gevraagd',
    chart: 'Staafgrafiek: deel van de klanten in de bestelgeschiedenis, per groep.',
    nowNote:
      'Een klant uit de bestellingen is niet hetzelfde als een bezoeker van de winkel: vergelijk hoe het beweegt, niet hoe groot het is.',
  },
  earlier: {
    title: 'Vragen van eerder',
    intro:
      'Worden in deze vorm niet meer gesteld. Een vraag die anders wordt begint weer bij niets; wat ze eerder gaf blijft bewaard.',
    name: 'Vraag',
    series: 'Reeks',
    reports: 'Antwoorden',
  },
  reading: {
    title: 'Hoe dit te lezen',
    points: [
      'Een antwoord wordt in de browser vervaagd: het lot maakt er soms een ander van. Veel antwoorden samen geven de waarheid terug, minder scherp dan een gewone telling.',
      'Het 95%-interval bevat het ware aandeel onder wie antwoordde in 95 van de 100 gevallen. Een dunne streep of een lichte band in een grafiek is dat interval.',
      'Van meer perioden samen kan één bezoeker meer dan eens hebben geantwoord, en niemand kan dat zien: deden velen dat, dan is het interval iets te smal. Dat van één periode is het niet.',
      'ε zegt hoeveel één antwoord kan verraden: bij ε = 1,10 is de waarheid hoogstens 3 keer zo waarschijnlijk als iets anders; hoe groter, hoe scherper de cijfers en hoe minder privacy.',
      'Wie niet met meten instemde zit in geen van deze cijfers. Dat kunnen andere mensen zijn dan wie dat wel deed.',
      '‘Nog niet genoeg antwoorden’ voorkomt dat ruis op nieuws lijkt. Het is geen bescherming: die zit in de antwoorden zelf.',
    ],
    budget: (week, lifetime) =>
      `Wat er ook gevraagd wordt, de antwoorden van één profiel kosten samen hoogstens ε = ${week} per week en ${lifetime} in totaal; wie het wist begint een nieuw.`,
  },
  data: 'Alle vragen als JSON',
}
