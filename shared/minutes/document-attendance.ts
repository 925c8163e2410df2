import type { Block } from '../document/document.ts';
import { formatDateTime, formatSecond } from '../strings/format.ts';
import type { Translator } from '../strings/translator.ts';
import type { Minutes } from './minutes.ts';

/** II. and III.: the four axes, each by itself, then incidents, corrections and what the province ruled. */
export function attendanceBlocks({ attendance, madeBy }: Minutes, { t }: Translator): Block[] {
  const { composition, presence, verification, connection, incidents, timeline } = attendance;
  const none = t('minutes.none');
  const signIn = composition.signIn?.event;
  const person = signIn ? [signIn.person.fullName, signIn.person.title].filter(Boolean).join(', ') : none;
  const presenceText = [
    t(`province.rollCall.presences.${presence.status}`),
    presence.arrival ? t('minutes.arrived', { at: formatSecond(presence.arrival.at) }) : '',
    presence.arrival?.lateMinutes ? t('minutes.late', { minutes: presence.arrival.lateMinutes }) : '',
    ...presence.away.map(({ from, to }) =>
      t('minutes.away', { from: formatSecond(from), to: to === null ? '…' : formatSecond(to) }),
    ),
  ];
  const approval = composition.approval;
  const approved = approval
    ? t('minutes.approved', { by: approval.approver, at: formatDateTime(approval.approvedAt) }) +
      (approval.late ? ` ${t('minutes.lateApproval')}` : '')
    : '';
  const ofProvince = t('minutes.ofProvince');
  const pointOnly = madeBy === 'point';
  const table = (
    key: 'incidents' | 'corrections' | 'rulings',
    titles: readonly string[],
    shares: readonly number[],
    rows: string[][],
  ): Block[] => [
    { kind: 'heading', text: t(`minutes.headings.${key}`) },
    {
      kind: 'table',
      columns: titles.map((title, at) => ({ title, share: shares[at] ?? 1 })),
      rows,
      empty: t('minutes.nothing'),
    },
  ];
  const rulings = timeline.recorded.flatMap((entry) => (entry.source === 'province' ? [entry] : []));
  return [
    { kind: 'heading', text: t('minutes.headings.attendance') },
    { kind: 'text', text: t('minutes.clocks'), look: 'italic' },
    {
      kind: 'fields',
      fields: [
        [t('minutes.fields.leader'), person],
        [
          t('province.rollCall.composition'),
          [t(`verdicts.composition.${composition.status}`), approved].filter(Boolean).join('; '),
        ],
        [t('province.rollCall.presence'), presenceText.filter(Boolean).join('; ')],
        [
          t('province.rollCall.verification'),
          pointOnly ? ofProvince : t(`province.rollCall.verifications.${verification.status}`),
        ],
        [
          t('province.rollCall.connection'),
          pointOnly
            ? ofProvince
            : [
                t(`province.rollCall.connections.${connection.status}`),
                ...connection.outages.map(({ from, to, cause }) =>
                  t('minutes.outage', {
                    from: formatSecond(from),
                    to: to === null ? '…' : formatSecond(to),
                    cause: t(`province.rollCall.causes.${cause}`),
                  }),
                ),
              ].join('; '),
        ],
      ],
    },
    ...table(
      'incidents',
      [
        t('minutes.columns.from'),
        t('minutes.columns.to'),
        t('minutes.columns.incident'),
        t('minutes.columns.remedy'),
        t('minutes.columns.cause'),
      ],
      [2, 2, 6, 5, 3],
      incidents.map(({ since, resolvedAt, kind, what, remedy, cause, proposedCause }) => [
        formatSecond(since),
        resolvedAt === null ? t('minutes.open') : formatSecond(resolvedAt),
        [t(`during.incident.kinds.${kind}`), what].filter(Boolean).join(': '),
        remedy,
        t('minutes.causes', {
          proposed: t(`province.rollCall.causes.${proposedCause}`),
          set: pointOnly ? ofProvince : t(`province.rollCall.causes.${cause}`),
        }),
      ]),
    ),
    ...table(
      'corrections',
      [
        t('minutes.columns.time'),
        t('minutes.columns.actor'),
        t('minutes.columns.reason'),
        t('minutes.columns.effect'),
        t('minutes.columns.original'),
      ],
      [2.2, 3, 5, 4, 5],
      timeline.corrections.map(({ at, actor, reason, replacement, effect, of }) => [
        formatSecond(at),
        actor ?? '',
        reason,
        `${t(`minutes.replacements.${replacement.kind}`)} (${t(`minutes.effects.${effect}`)})`,
        of,
      ]),
    ),
    ...(pointOnly
      ? []
      : table(
          'rulings',
          [
            t('minutes.columns.time'),
            t('minutes.columns.actor'),
            t('minutes.columns.what'),
            t('minutes.columns.reason'),
            t('minutes.columns.id'),
          ],
          [2.2, 3, 4, 5, 4],
          rulings.map(({ id, recordedAt, actor, ruling }) => [
            formatSecond(recordedAt),
            actor.kind === 'account' ? actor.fullName : t('province.rollCall.byHub'),
            t(`province.rollCall.rulings.${ruling.type}`),
            ruling.reason,
            id,
          ]),
        )),
  ];
}
