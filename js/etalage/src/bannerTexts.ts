// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Ready texts for a shop's own consent banner: npm `etalage/banner-texts`.

export interface BannerTexts {
  title: string
  /** The first layer. */
  text: string
  purposes: Record<'personalise' | 'measure', { name: string; text: string }>
  /** Three buttons that look alike. */
  accept: string
  refuse: string
  save: string
  more: string
  /** The second layer: what must be said before anybody agrees, a paragraph each. The shop adds who it is, and how to reach it. */
  details: readonly string[]
}

/** When the words change what is asked, the shop raises `consentVersion`, and asks again. */
export const bannerTexts: Record<'nl' | 'en', BannerTexts> = {
  nl: {
    title: 'Mag uw browser onthouden wat u bekijkt?',
    text:
      'Deze winkel vraagt u twee dingen. U kunt ze allebei weigeren, of er één toestaan: u kunt hier dan gewoon kijken en bestellen. ' +
      'U kunt uw keuze altijd veranderen.',
    purposes: {
      personalise: {
        name: 'Etalage op maat',
        text: 'Uw browser bewaart op dit apparaat wat u hier bekijkt en koopt, en kiest daarmee welke producten u ziet.',
      },
      measure: {
        name: 'Meetellen',
        text: 'Uw browser stuurt de winkel soms één antwoord op een vaste vraag, met opzet soms onjuist, zodat het niets zekers over u zegt.',
      },
    },
    accept: 'Alles toestaan',
    refuse: 'Alles weigeren',
    save: 'Keuze bewaren',
    more: 'Meer weten',
    details: [
      'Wij gebruiken hiervoor geen cookies, maar dat maakt geen verschil: ook voor wat op deze manier op uw apparaat wordt bewaard en gelezen, is uw toestemming nodig. Zonder toestemming wordt niets van wat u doet bewaard.',
      'Etalage op maat: uw browser bewaart welke producten u bekijkt, in uw winkelwagen legt en koopt, wat u zelf invult, en wat daaruit volgt, zoals waar u belangstelling voor lijkt te hebben. Die gegevens blijven in de opslag van uw browser op dit apparaat. De winkel krijgt ze niet toegestuurd.',
      'Wel ziet de server van de winkel, zoals bij elke website, welke pagina’s en afbeeldingen uw browser opvraagt, ook die van de producten die voor u gekozen zijn, en vanaf welk internetadres.',
      'Meetellen: uw browser beantwoordt vaste vragen van de winkel, zoals of u deze maand iets kocht. Het antwoord wordt eerst door toeval veranderd: het klopt vaak, maar niet altijd. Uit de antwoorden van veel mensen samen leest de winkel een totaal af. Bij het versturen ziet de server uw internetadres, zoals bij elk bezoek. Een antwoord dat verstuurd is, kan niet meer worden teruggezocht of gewist.',
      'Gegevens worden na een vaste tijd vergeten. In het privacyoverzicht van de winkel ziet u wat er bewaard is, waarom, en hoe lang. Daar kunt u het ook verbeteren, meenemen en wissen.',
      'U trekt uw toestemming in op dezelfde plek waar u haar gaf. Wat bewaard was, wordt dan meteen gewist. Bewaard blijven alleen uw eigen keuzes, zoals dát u weigerde, en in welke periode u al meetelde. Na een jaar, of als deze tekst verandert, vragen wij het opnieuw.',
      'Wie uw apparaat gebruikt, kan zien wat deze winkel u laat zien. Gebruikt u dit apparaat samen met anderen, weiger dan of wis uw gegevens na gebruik.',
      'Weigeren heeft geen gevolgen voor prijzen, voorraad of bestellen.',
    ],
  },
  en: {
    title: 'May your browser remember what you look at?',
    text:
      'This shop asks you two things. You can refuse both, or allow one: you can look and order here all the same. ' +
      'You can change your choice at any time.',
    purposes: {
      personalise: {
        name: 'A window for you',
        text: 'Your browser keeps, on this device, what you look at and buy here, and uses it to choose which products you see.',
      },
      measure: {
        name: 'Be counted',
        text: 'Your browser sometimes sends the shop one answer to a fixed question, wrong on purpose some of the time, so that it says nothing certain about you.',
      },
    },
    accept: 'Allow all',
    refuse: 'Refuse all',
    save: 'Save my choice',
    more: 'Learn more',
    details: [
      'We use no cookies for this, but that makes no difference: whatever is kept on your device and read from it in this way needs your consent too. Without your consent nothing of what you do is kept.',
      'A window for you: your browser keeps which products you look at, put in your basket and buy, what you fill in yourself, and what follows from that, such as what you seem to be interested in. This stays in your browser’s storage on this device. It is not sent to the shop.',
      'As with any website, the shop’s server does see which pages and images your browser asks for, those of the products chosen for you included, and from which internet address.',
      'Be counted: your browser answers fixed questions of the shop, such as whether you bought something this month. Chance changes the answer first: it is often true, but not always. From the answers of many people together the shop reads a total. When an answer is sent, the server sees your internet address, as with any visit. An answer that has been sent can no longer be found or erased.',
      'Data is forgotten after a fixed time. The shop’s privacy overview shows you what is kept, why, and for how long. There you can also correct it, take it with you and erase it.',
      'You withdraw your consent in the same place where you gave it. What was kept is then erased at once. All that stays is your own choices, such as that you refused, and in which period you were already counted. After a year, or when this text changes, we ask again.',
      'Whoever uses your device can see what this shop shows you. If you share this device with others, refuse, or erase your data after use.',
      'Refusing has no effect on prices, stock or ordering.',
    ],
  },
}
