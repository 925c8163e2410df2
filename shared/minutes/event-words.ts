import type { JournalEvent } from '../events/journal-event.ts';
import type { ManualItem } from '../policy/manual-item.ts';
import { versionText } from '../strings/policy-text.ts';
import type { Translator } from '../strings/translator.ts';

/** What an entry says, in one or two lines. */
export function eventWords(event: JournalEvent, checklist: readonly ManualItem[], { t, locale }: Translator): string {
  switch (event.type) {
    case 'check-run':
      return t('minutes.events.check-run', {
        overall: t(`verdicts.readiness.${event.overall}`),
        policy: versionText({ t }, event.policyVersion),
      });
    case 'manual-answer': {
      const item = checklist.find(({ id }) => id === event.itemId)?.[locale] ?? event.itemId;
      return withNote(`${item}: ${t(`minutes.answers.${event.answer}`)}`, event.note);
    }
    case 'leader-signed-in': {
      const { person, substitution } = event;
      const who = [person.fullName, person.title].filter(Boolean).join(', ');
      const said = `${t('province.rollCall.facts.leader-signed-in')}: ${who}`;
      return withNote(said, substitution === null ? '' : substitution.documentNumber);
    }
    case 'incident-opened':
    case 'incident-updated':
      return withNote(
        t(`province.rollCall.facts.${event.type}`),
        `${t(`during.incident.kinds.${event.kind}`)}: ${event.what}`,
      );
    case 'incident-resolved':
      return withNote(t('province.rollCall.facts.incident-resolved'), event.remedy);
    case 'explanation-given':
      return withNote(`${t('province.rollCall.facts.explanation-given')} (${event.by})`, event.text);
    case 'technician-on-duty':
      return withNote(t('province.rollCall.facts.technician-on-duty'), event.fullName);
    case 'correction':
      return withNote(
        `${t('province.rollCall.facts.correction')} (${event.actor})`,
        `${event.reason}; ${t('minutes.corrects', { hash: event.of })}`,
      );
    case 'seat-left':
    case 'seat-returned':
    case 'left-early':
    case 'ended':
      return withNote(t(`province.rollCall.facts.${event.type}`), event.note);
    // About no meeting, so never in a record of one.
    case 'enrolled':
    case 'person-proposed':
    case 'pin-set':
      return event.type;
  }
}

function withNote(text: string, note: string): string {
  return note === '' ? text : `${text}: ${note}`;
}
