// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/sensitive_terms.h"

namespace etalage::compile {
namespace {

constexpr std::string_view kHealth =
    "chronisch ziek*, suikerziekte, hartziekte*, geslachtsziekte*, kanker*, *kanker, gezwel*, "
    "chemokuur, suikerpatient*, insuline*, reuma*, artrose, astma*, epilepsie*, dementie*, "
    "depressie*, depressief, eetstoornis*, psychose*, psychisch*, angststoornis*, bipolaire "
    "stoornis, zelfmoord*, suicid*, medicatie, medicijngebruik*, geneesmiddel*, gehandicapt*, "
    "invalide*, invaliditeit, rolstoel*, rollator*, hoortoestel*, hoorapparaat*, stomazak*, "
    "bloeddruk*, hartfalen, hartpatient*, glucosemeter*, soa, syfilis, erectie*, hepatitis, "
    "aandoening*, gezondheidstoestand, gezondheidsklacht*, maagzuur*, diabeet, obesitas, "
    "afslankpil*, dieetpil*, heart disease*, chronic disease*, venereal disease*, mental "
    "illness*, chronic illness*, cancer, cancers, tumor*, tumour*, chemotherap*, diabet*, "
    "insulin, rheumat*, arthritis, asthma*, epilep*, dementia, alzheimer*, parkinson*, "
    "depression, depressive, antidepress*, burnout, eating disorder*, anorexi*, bulimi*, "
    "boulimi*, psychiatr*, psychotherap*, psychosis, schizo*, bipolar disorder, autis*, adhd, "
    "medication, medications, medical condition*, disability, disabilities, wheelchair*, hearing "
    "aid*, incontinen*, ostomy*, blood pressure, heart failure, cholesterol*, glucose meter*, "
    "glucose monitor*, hiv, chlamydia, syphilis, herpes, viagra, erectile, impoten*, menopau*, "
    "migraine*, obese, obesity, diet pill*, covid*, hernia, dna test*";

constexpr std::string_view kPregnancy =
    "zwanger*, positiekleding, babyuitzet*, kraamzorg*, kraamtijd, kraambed*, borstvoeding*, "
    "borstkolf*, verloskund*, miskraam*, abortus*, ovulatie*, vruchtbaarheidstest*, "
    "vruchtbaarheidsbehandel*, kinderwens, pregnan*, maternity*, expectant mother*, mom to be, "
    "mum to be, breastfeed*, breast feeding, breast pump*, nursing bra*, midwife, midwives, "
    "prenatal*, miscarriage*, abortion*, ovulation*, fertility test*, fertility treatment*, ivf";

constexpr std::string_view kSexuality =
    "seks*, *seks, erotiek*, erotisch*, condoom*, homo, homofiel*, homoseksu*, lesbi*, "
    "heteroseks*, biseks*, transseks*, lhbt*, geaardheid, porno*, fetisj*, sex, sexual*, "
    "sexuality, erotic*, sex toy*, dildo*, vibrator, vibrators, condom, condoms, gay, "
    "homosexual*, heterosexual*, bisexual*, transsexual*, transgender*, lgbt*, queer, porn, "
    "fetish*, bdsm, bondage, prostitu*";

constexpr std::string_view kReligion =
    "bijbel*, kinderbijbel*, koran*, moslim*, christen, christenen, christelijk*, katholiek*, "
    "gereformeerd*, hervormd, hervormde, jood, joden, joods*, boeddhis*, hindoe*, godsdienst*, "
    "religie*, religieu*, geloofsovertuiging*, kerkganger*, kerkelijk*, moskee*, gebedskleed*, "
    "gebedsmat*, kruisbeeld*, communiefeest*, communiekleed*, suikerfeest, chanoeka, koosjer*, "
    "bible, bibles, quran*, islam*, muslim*, christianity, christians, catholic*, protestant*, "
    "evangeli*, jehova*, jew, jews, jewish, judaism, kosher, halal*, ramadan*, eid mubarak, "
    "hanukkah, chanukah, buddhis*, hindu*, sikh*, atheis*, religion*, religious*, mosque*, "
    "synagog*, prayer mat*, prayer rug*, rosary, crucifix*, first communion, bar mitzvah, bat "
    "mitzvah, hijab*, niqab*, burka*, boerka*";

constexpr std::string_view kPolitics =
    "politiek*, verkiezing*, stemgedrag, partijlid*, kiezer*, vvd, pvda, pvv, groenlinks, d66, "
    "christenunie, sgp, fvd, extreemrechts*, extreemlinks*, politic*, election, elections, voter, "
    "voters, voting behavior, voting behaviour, republicans, democrats, labour party, socialist*, "
    "socialism*, communis*, fascis*, nazi*, left wing, right wing, far left, far right, "
    "activist*, activism, brexit*";

constexpr std::string_view kOrigin =
    "etnisch*, etniciteit*, afkomst, migratieachtergrond*, allochtoon*, allochtone*, "
    "vluchteling*, asielzoek*, nationaliteit*, raciaal*, zigeuner*, ethnicity, ethnicities, "
    "ethnic origin, ethnic background, ethnic group*, racial*, migration background, immigrant*, "
    "refugee*, asylum seeker*, nationality, nationalities";

constexpr std::string_view kUnion =
    "vakbond*, vakvereniging*, fnv, cnv, stakingskas, trade union*, labor union*, labour union*, "
    "union member*";

constexpr std::string_view kAddiction =
    "verslaafd*, verslaving*, *verslaving, alcoholist*, alcoholisme, alcoholverslaaf*, drugs, "
    "drugsgebruik*, wiet, gok, gokken, gokker*, gokkast*, afkick*, stoppen met roken, addiction*, "
    "alcoholism, drug use*, drug abuse, cocaine*, cannabis*, marihuana, marijuana, xtc, gambling, "
    "gambler*, casino*, quit smoking, stop smoking, nicotine*";

constexpr std::string_view kDebts =
    "schulden, schuldhulp*, schuldsaner*, schuldenaar*, faillissement*, wanbetal*, "
    "incassobureau*, deurwaarder*, betalingsachterstand*, loonbeslag, bkr, bijstand, "
    "bijstandsuitkering*, werkloos, werkloosheid*, voedselbank*, armoede, debt, debts, indebted*, "
    "bankrupt*, insolven*, bailiff*, payment arrears, unemployed, unemployment, food bank*, "
    "poverty, low income";

constexpr std::string_view kOffences = "strafblad*, veroordeling*, criminal record*, convict*";

// Goods for children are ordinary; what somebody's child is like is not.
constexpr std::string_view kChildren =
    "minderjarig*, jeugdzorg*, kindermishandel*, speciaal onderwijs, leeftijd van uw kind, "
    "leeftijd van je kind, naam van uw kind, naam van je kind, underage, child abuse, foster "
    "child*, age of your child, name of your child, special needs child*";

constexpr SensitiveTerms kTerms[] = {{"health", kHealth},
                                     {"pregnancy", kPregnancy},
                                     {"sexuality", kSexuality},
                                     {"religion", kReligion},
                                     {"politics", kPolitics},
                                     {"ethnicity and origin", kOrigin},
                                     {"trade union membership", kUnion},
                                     {"addiction and gambling", kAddiction},
                                     {"debts and poverty", kDebts},
                                     {"criminal offences", kOffences},
                                     {"data about children", kChildren}};

}  // namespace

std::span<const SensitiveTerms> sensitive_terms() { return kTerms; }

}  // namespace etalage::compile
