import { driftWords } from '../baseline/words.ts';
import { CHECK_WORDS } from '../checks/all-words.ts';
import { CHECK_IDS, type CheckId } from '../checks/check-id.ts';
import type { CheckWords } from '../checks/check-words.ts';
import { admin as adminEn } from './en/admin.ts';
import { apiDoc as apiDocEn } from './en/api-doc.ts';
import { audit as auditEn } from './en/audit.ts';
import { cards as cardsEn } from './en/cards.ts';
import { common as commonEn } from './en/common.ts';
import { correction as correctionEn } from './en/correction.ts';
import { during as duringEn } from './en/during.ts';
import { duty as dutyEn } from './en/duty.ts';
import { errors as errorsEn } from './en/errors.ts';
import { firstStart as firstStartEn } from './en/first-start.ts';
import { history as historyEn } from './en/history.ts';
import { home as homeEn } from './en/home.ts';
import { integrate as integrateEn } from './en/integrate.ts';
import { invited as invitedEn } from './en/invited.ts';
import { line as lineEn } from './en/line.ts';
import { minutes as minutesEn } from './en/minutes.ts';
import { nav as navEn } from './en/nav.ts';
import { personData as personDataEn } from './en/person-data.ts';
import { pinCode as pinCodeEn } from './en/pin-code.ts';
import { point as pointEn } from './en/point.ts';
import { policy as policyEn } from './en/policy.ts';
import { proposal as proposalEn } from './en/proposal.ts';
import { province as provinceEn } from './en/province.ts';
import { reminders as remindersEn } from './en/reminders.ts';
import { report as reportEn } from './en/report.ts';
import { reports as reportsEn } from './en/reports.ts';
import { roster as rosterEn } from './en/roster.ts';
import { setup as setupEn } from './en/setup.ts';
import { substitute as substituteEn } from './en/substitute.ts';
import { support as supportEn } from './en/support.ts';
import { updates as updatesEn } from './en/updates.ts';
import { verdicts as verdictsEn } from './en/verdicts.ts';
import { wall as wallEn } from './en/wall.ts';
import { admin } from './vi/admin.ts';
import { apiDoc } from './vi/api-doc.ts';
import { audit } from './vi/audit.ts';
import { cards } from './vi/cards.ts';
import { common } from './vi/common.ts';
import { correction } from './vi/correction.ts';
import { during } from './vi/during.ts';
import { duty } from './vi/duty.ts';
import { errors } from './vi/errors.ts';
import { firstStart } from './vi/first-start.ts';
import { history } from './vi/history.ts';
import { home } from './vi/home.ts';
import { integrate } from './vi/integrate.ts';
import { invited } from './vi/invited.ts';
import { line } from './vi/line.ts';
import { minutes } from './vi/minutes.ts';
import { nav } from './vi/nav.ts';
import { personData } from './vi/person-data.ts';
import { pinCode } from './vi/pin-code.ts';
import { point } from './vi/point.ts';
import { policy } from './vi/policy.ts';
import { proposal } from './vi/proposal.ts';
import { province } from './vi/province.ts';
import { reminders } from './vi/reminders.ts';
import { report } from './vi/report.ts';
import { reports } from './vi/reports.ts';
import { roster } from './vi/roster.ts';
import { setup } from './vi/setup.ts';
import { substitute } from './vi/substitute.ts';
import { support } from './vi/support.ts';
import { updates } from './vi/updates.ts';
import { verdicts } from './vi/verdicts.ts';
import { wall } from './vi/wall.ts';

/** The Vietnamese words are the source: keys are typed from them, and the English ones must have the same. */
const vi = {
  admin,
  apiDoc,
  audit,
  cards,
  common,
  correction,
  during,
  duty,
  errors,
  firstStart,
  history,
  home,
  integrate,
  invited,
  line,
  minutes,
  nav,
  personData,
  pinCode,
  point,
  proposal,
  policy,
  province,
  reminders,
  report,
  reports,
  roster,
  setup,
  substitute,
  support,
  updates,
  verdicts,
  wall,
};
export type Words = typeof vi;
const en: Words = {
  admin: adminEn,
  apiDoc: apiDocEn,
  audit: auditEn,
  cards: cardsEn,
  common: commonEn,
  correction: correctionEn,
  during: duringEn,
  duty: dutyEn,
  errors: errorsEn,
  firstStart: firstStartEn,
  history: historyEn,
  home: homeEn,
  integrate: integrateEn,
  invited: invitedEn,
  line: lineEn,
  minutes: minutesEn,
  nav: navEn,
  personData: personDataEn,
  pinCode: pinCodeEn,
  point: pointEn,
  proposal: proposalEn,
  policy: policyEn,
  province: provinceEn,
  reminders: remindersEn,
  report: reportEn,
  reports: reportsEn,
  roster: rosterEn,
  setup: setupEn,
  substitute: substituteEn,
  support: supportEn,
  updates: updatesEn,
  verdicts: verdictsEn,
  wall: wallEn,
};

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string];

/** Path of a word, as in `point.signIn.title`. The words of a check are reached through `check-text.ts`. */
export type StringKey = Leaves<Words>;

function checkWords(locale: 'vi' | 'en'): Record<CheckId, CheckWords<string>> {
  return Object.fromEntries(CHECK_IDS.map((id) => [id, CHECK_WORDS[id][locale]])) as Record<
    CheckId,
    CheckWords<string>
  >;
}

/** All words by language, as i18next takes them. */
export const DICTIONARY = {
  vi: { ...vi, checks: checkWords('vi'), drift: driftWords.vi },
  en: { ...en, checks: checkWords('en'), drift: driftWords.en },
};
