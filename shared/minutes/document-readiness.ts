import { CHECK_IDS } from '../checks/check-id.ts';
import type { Block, TableCell } from '../document/document.ts';
import { manualVerdict } from '../meeting/readiness.ts';
import { checkFigures } from '../strings/check-figures.ts';
import { checkName, checkText } from '../strings/check-text.ts';
import { formatMoment } from '../strings/format.ts';
import { versionText } from '../strings/policy-text.ts';
import type { Translator } from '../strings/translator.ts';
import type { Minutes } from './minutes.ts';

/** I. The technical check: each check with what it measured, then the manual list. Nothing undone is called passed. */
export function readinessBlocks({ readiness, record, checklist, meeting }: Minutes, translator: Translator): Block[] {
  const { t, locale } = translator;
  const checks = CHECK_IDS.map((id, at): TableCell[] => {
    const standing = record.checks[id];
    const verdict = t(`verdicts.check.${standing?.verdict ?? 'not-run'}`);
    const says = standing ? checkText(translator, id, standing.reason, standing.values).says : '';
    const figures = standing ? checkFigures(translator, id, standing.values) : '';
    // What passed is said by its figures where it has any.
    const words = standing?.verdict === 'pass' && figures !== '' ? '' : says;
    const also =
      standing?.findings?.slice(1).map((found) => checkText(translator, id, found.reason, found.values).says) ?? [];
    return [
      `${at + 1}`,
      checkName(translator, id),
      { text: verdict, look: 'bold' },
      [words, figures, ...also].filter(Boolean).join(' '),
      standing ? formatMoment(standing.at, meeting.startsAt) : '',
    ];
  });
  const manual = checklist.map((item, at): TableCell[] => {
    const given = record.manual[item.id];
    const answer = given ? t(`minutes.answers.${given.answer}`) : t('minutes.answers.none');
    return [
      `${at + 1}`,
      `${item[locale]}${item.required ? ' *' : ''}`,
      { text: answer, look: manualVerdict(item, given?.answer) === 'pass' ? 'plain' : 'bold' },
      given?.note ?? '',
      given ? formatMoment(given.at, meeting.startsAt) : '',
    ];
  });
  const common = { kind: 'table', empty: t('minutes.nothing') } as const;
  const column = (
    key: 'check' | 'item' | 'verdict' | 'answer' | 'measured' | 'note' | 'deviceTime',
    share: number,
  ) => ({
    title: t(`minutes.columns.${key}`),
    share,
  });
  const number = { title: t('minutes.columns.number'), share: 1, align: 'center' } as const;
  return [
    { kind: 'heading', text: t('minutes.headings.readiness') },
    {
      kind: 'fields',
      fields: [
        [
          t('minutes.fields.readiness'),
          readiness === 'incomplete' ? t('minutes.incomplete') : t(`verdicts.readiness.${readiness}`),
        ],
        [
          t('minutes.fields.policy'),
          record.policyVersion === null ? t('minutes.none') : versionText(translator, record.policyVersion),
        ],
      ],
    },
    {
      ...common,
      columns: [number, column('check', 4), column('verdict', 3), column('measured', 9), column('deviceTime', 2.2)],
      rows: checks,
    },
    { kind: 'text', text: t('minutes.manual'), look: 'italic' },
    {
      ...common,
      columns: [number, column('item', 8), column('answer', 3), column('note', 5), column('deviceTime', 2.2)],
      rows: manual,
    },
  ];
}
