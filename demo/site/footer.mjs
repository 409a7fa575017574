// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { html } from './html.mjs'

export function footer({ shop, t, url, lang }) {
  return html`<footer class="footer">
    <div class="footer-columns">
      <section>
        <h2>${shop.name}</h2>
        <p>${shop.credit ? t('demoNoteData') : t('demoNote')}</p>
      </section>
      <section>
        <h2>${t('footerShop')}</h2>
        <ul role="list">
          ${shop.categories.map(
            ({ slug, name }) => html`<li><a href="${url.category([slug])}">${name[lang]}</a></li>`,
          )}
        </ul>
      </section>
      <section>
        <h2>${t('footerService')}</h2>
        <ul role="list">
          <li><a href="${url.info}">${t('info')}</a></li>
          <li><a href="${url.info}#window">${t('infoWindow')}</a></li>
          <li><a href="${url.privacy}">${t('privacy')}</a></li>
          <li>
            <button type="button" class="as-link" data-open-consent>${t('privacyChoices')}</button>
          </li>
        </ul>
      </section>
    </div>
    <p class="footer-credit">${shop.credit && credit(shop.credit, t)} ${t('pictureCredit')}</p>
  </footer>`
}

function credit({ title, author, url, licence, licenceUrl }, t) {
  return html`${t('creditData')}: <a href="${url}">${title}</a>, ${author},
    <a href="${licenceUrl}" rel="license">${licence}</a>. ${t('creditChanged')}`
}
