import { CHECK_IDS } from '../checks/check-id.ts';
import type { AuditRow } from '../protocol/audit.ts';
import { checkName } from './check-text.ts';
import { formatDateTime } from './format.ts';
import type { Translator } from './translator.ts';
import { audit } from './vi/audit.ts';

/** What was done, in words; the action's own name where it has none. */
export function actionText({ t, raw }: Translator, action: string): string {
  const ruling = action.startsWith('ruled-') ? raw(`province.rollCall.rulings.${action.slice('ruled-'.length)}`) : null;
  return ruling === null ? (raw(`audit.actions.${action}`) ?? action) : t('audit.ruled', { ruling });
}

/** Who did it: an account by its bare name, as people know each other. */
export function actorText(words: Translator, actor: string): string {
  return actor.startsWith('account:') ? actor.slice('account:'.length) : subjectText(words, actor);
}

/** To what: `meeting:x point:21553` as "Cuộc họp x, Điểm cầu 21553"; as it was written where there are no words for it. */
export function subjectText({ raw }: Translator, subject: string): string {
  return subject
    .split(/ (?=point:)/)
    .map((part) => {
      const colon = part.indexOf(':');
      const kind = part.slice(0, Math.max(0, colon));
      return raw(`audit.names.${part}`) ?? raw(`audit.kinds.${kind}`, { id: part.slice(colon + 1) }) ?? part;
    })
    .join(', ');
}

/** What to look for in the log when a person types what `actorText` or `subjectText` showed; anything else as it is. */
export function soughtText({ raw }: Translator, typed: string): string {
  const text = typed.trim().toLowerCase();
  const name = Object.keys(audit.names).find((key) => raw(`audit.names.${key}`)?.toLowerCase() === text);
  if (name !== undefined) return name;
  for (const kind of Object.keys(audit.kinds)) {
    const before = raw(`audit.kinds.${kind}`, { id: '' })?.toLowerCase();
    if (before && text.startsWith(before)) return `${kind}:${typed.trim().slice(before.length)}`;
  }
  return typed;
}

/** The particulars on one line: `số cuộc họp: 1; số điểm cầu được mời: 2`. */
export function detailText(words: Translator, detail: AuditRow['detail']): string {
  return Object.entries(detail)
    .map(([key, value]) => `${words.raw(`audit.details.${key}`) ?? key}: ${saidOf(words, key, value)}`)
    .join('; ');
}

function saidOf(words: Translator, key: string, value: string | number): string | number {
  switch (key) {
    case 'expiresAt':
      return formatDateTime(Number(value));
    case 'from':
      return Number.isNaN(Date.parse(String(value))) ? value : formatDateTime(Date.parse(String(value)));
    case 'outcome':
      return words.raw(`wall.call.outcomes.${value}`) ?? value;
    case 'kind':
      return words.raw(`reports.tabs.${value}`) ?? value;
    case 'role':
      return words.raw(`province.roles.${value}`) ?? value;
    case 'check': {
      const id = CHECK_IDS.find((one) => one === value);
      return id === undefined ? value : checkName(words, id);
    }
    default:
      return value;
  }
}
