// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What Klaver & Kwast asks of a profile. The panel shows what came of it, and why.

export const rules = {
  facts: {
    skill: {
      choices: {
        beginner: { nl: 'Ik begin net', en: 'I am just starting' },
        handy: { nl: 'Best handig', en: 'Quite handy' },
        pro: { nl: 'Vakman of vakvrouw', en: 'A professional' },
      },
      ask: { nl: 'Hoe handig bent u?', en: 'How handy are you?' },
      expires: '365d',
    },
  },
  metrics: {
    'garden-views': 'count(view_item where category under "garden" within 30d)',
  },
  segments: {
    gardener: {
      when: 'metric.garden-views >= 3',
      label: { nl: 'Tuinier', en: 'Gardener' },
    },
    painter: {
      when: 'count(view_item where category under "paint" within 30d) >= 3',
      label: { nl: 'Schilder', en: 'Painter' },
    },
    'needs-help': {
      when: 'stated.skill == "beginner"',
      label: { nl: 'Begint met klussen', en: 'New to DIY' },
    },
    'full-cart': {
      when: 'cart.value >= 75',
      label: { nl: 'Volle winkelwagen', en: 'Full cart' },
    },
  },
  decisions: {
    window: {
      label: { nl: 'Welke etalage u ziet', en: 'Which window you see' },
      cases: [
        ['garden', 'segment.gardener and not segment.painter'],
        ['paint', 'segment.painter and not segment.gardener'],
        ['mixed', 'segment.gardener and segment.painter'],
      ],
      values: {
        garden: { nl: 'Tuin', en: 'Garden' },
        paint: { nl: 'Verf', en: 'Paint' },
        mixed: { nl: 'Tuin en verf', en: 'Garden and paint' },
      },
    },
  },
  triggers: {
    'garden-lover': {
      when: 'metric.garden-views >= 5',
      atMost: '1 per 7d',
      label: { nl: 'Een tip over de tuin', en: 'A hint about gardens' },
    },
  },
}
