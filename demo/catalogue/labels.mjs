// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The certified sustainability labels that products of the catalogue carry: real kinds of label, on
// invented products.

export const labels = {
  fsc: {
    name: { nl: 'FSC', en: 'FSC' },
    means: {
      nl: 'Hout of bamboe uit verantwoord beheerd bos',
      en: 'Wood or bamboo from responsibly managed forest',
    },
  },
  'eu-ecolabel': {
    name: { nl: 'EU Ecolabel', en: 'EU Ecolabel' },
    means: {
      nl: 'Europees milieukeurmerk over de hele levensloop',
      en: 'European environmental label over the whole life cycle',
    },
  },
  'eu-organic': {
    name: { nl: 'EU-biologisch', en: 'EU organic' },
    means: {
      nl: 'Biologisch geteeld of gemaakt volgens de Europese regels',
      en: 'Organically grown or made under the European rules',
    },
  },
  planetproof: {
    name: { nl: 'PlanetProof', en: 'PlanetProof' },
    means: {
      nl: 'Geteeld met minder bestrijdingsmiddel, energie en water',
      en: 'Grown with less pesticide, energy and water',
    },
  },
  gots: {
    name: { nl: 'GOTS', en: 'GOTS' },
    means: {
      nl: 'Textiel van biologische vezels, eerlijk gemaakt',
      en: 'Textile of organic fibres, made under fair conditions',
    },
  },
  'energy-a': {
    name: { nl: 'Energielabel A', en: 'Energy label A' },
    means: {
      nl: 'De zuinigste klasse van het Europese energielabel',
      en: 'The most frugal class of the European energy label',
    },
  },
}
