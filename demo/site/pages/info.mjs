// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { deliveryFee, freeDeliveryFrom } from '../../shared/delivery.mjs'
import { html } from '../html.mjs'

export function infoPage({ shop, t, money }) {
  return {
    path: 'info/',
    title: t('info'),
    body: html`<article class="prose">
      <h1>${t('info')}</h1>
      <h2>${t('infoDelivery')}</h2>
      <p>
        ${t('infoDeliveryText', { amount: money(freeDeliveryFrom), fee: money(deliveryFee()) })}
      </p>
      <h2>${t('infoReturn')}</h2>
      <p>${t('infoReturnText')}</p>
      <h2 id="window">${t('infoWindow')}</h2>
      <p>${t('infoWindowText1')}</p>
      <p>${t('infoWindowText2')}</p>
      <p>
        <button type="button" class="button quiet" data-open-consent>${t('privacyChoices')}</button>
      </p>
      <h2>${t('infoAbout')}</h2>
      <p>${shop.credit ? t('demoNoteData') : t('demoNote')}</p>
    </article>`,
  }
}
