import type { Block, PaperDocument } from '../document/document.ts';
import { formatDateTime } from '../strings/format.ts';
import type { Translator } from '../strings/translator.ts';
import { attendanceBlocks } from './document-attendance.ts';
import { entriesBlocks } from './document-entries.ts';
import { readinessBlocks } from './document-readiness.ts';
import type { Minutes } from './minutes.ts';
import { sealLink } from './seal.ts';

/** The record on paper, in the form of a Vietnamese administrative document. */
export function minutesDocument(minutes: Minutes, translator: Translator): PaperDocument {
  const { t } = translator;
  const { point, meeting, hub, generatedAt } = minutes;
  const title = t('minutes.title');
  return {
    locale: translator.locale,
    orientation: 'portrait',
    title: `${title}: ${point.name}, ${meeting.title}`,
    footnote: t('minutes.footnote', { point: point.code, at: formatDateTime(generatedAt) }),
    pageWord: t('minutes.page'),
    blocks: [
      {
        kind: 'letterhead',
        above: hub.name,
        issuer: point.name.toLocaleUpperCase('vi'),
        number: t('minutes.number'),
        country: t('minutes.country'),
        motto: t('minutes.motto'),
        placeAndDate: dateLine(translator, generatedAt),
      },
      { kind: 'title', text: title.toLocaleUpperCase('vi'), below: [meeting.title] },
      { kind: 'fields', fields: particulars(minutes, translator) },
      ...standing(minutes, translator),
      ...readinessBlocks(minutes, translator),
      ...attendanceBlocks(minutes, translator),
      ...entriesBlocks(minutes, translator),
      {
        kind: 'signatures',
        signatures: (['maker', 'leader', 'province'] as const).map((who) => ({
          role: t(`minutes.signatures.${who}`),
          hint: t('minutes.signatures.hint'),
          name: '',
        })),
      },
      {
        kind: 'code',
        content: sealLink(hub.url, minutes.seal),
        caption: [t('minutes.code'), t('minutes.digest', { digest: minutes.seal.digest }), hub.url],
      },
    ],
  };
}

function particulars({ meeting, point, designated }: Minutes, { t }: Translator): [string, string][] {
  const none = t('minutes.none');
  return [
    [t('minutes.fields.point'), `${point.name} (${point.code})`],
    [t('minutes.fields.meeting'), meeting.title],
    [t('minutes.fields.invitation'), meeting.invitationNumber || none],
    [t('minutes.fields.chair'), meeting.chair || none],
    [t('minutes.fields.startsAt'), formatDateTime(meeting.startsAt)],
    [t('minutes.fields.composition'), t(`province.schedule.compositions.${meeting.composition}`)],
    [t('minutes.fields.designated'), designated ?? none],
  ];
}

/** Whose view it is, and what has not reached the province: said before anything that could be misread without it. */
function standing({ madeBy, unsent, entries }: Minutes, { t }: Translator): Block[] {
  const said: Block[] = [{ kind: 'text', text: t(`minutes.madeBy.${madeBy}`), look: 'italic' }];
  if (unsent > 0)
    said.push({ kind: 'text', text: t('minutes.unsent', { count: unsent, all: entries.length }), look: 'bold' });
  return said;
}

function dateLine({ t }: Translator, at: number): string {
  const [day, month, year] = formatDateTime(at).slice(0, 10).split('/');
  return t('minutes.date', { day: day ?? '', month: month ?? '', year: year ?? '' });
}
