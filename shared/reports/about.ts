import type { Meeting } from '../meeting/meeting.ts';
import { formatDate, formatDateTime } from '../strings/format.ts';
import type { Translator } from '../strings/translator.ts';
import type { ReportModel } from './model.ts';
import type { Narrowed } from './readiness/facts.ts';

type Facts = ReportModel['facts'];

export function meetingFacts({ t }: Translator, meeting: Meeting): Facts {
  const { title, startsAt, invitationNumber, chair } = meeting;
  return [
    { label: t('reports.facts.meeting'), value: title },
    { label: t('reports.facts.startsAt'), value: formatDateTime(startsAt) },
    { label: t('reports.facts.invitation'), value: invitationNumber },
    { label: t('reports.facts.chair'), value: chair },
  ].filter(({ value }) => value !== '');
}

/** `to` is the last moment that belongs to the period. */
export function periodFacts({ t }: Translator, from: number, to: number, meetings: number): Facts {
  const value = t('reports.facts.periodValue', { from: formatDate(from), to: formatDate(to) });
  return [
    { label: t('reports.facts.period'), value },
    { label: t('reports.facts.meetings'), value: String(meetings) },
  ];
}

export function narrowedFacts({ t }: Translator, { cluster, point }: Narrowed): Facts {
  return [
    { label: t('reports.facts.cluster'), value: cluster ?? '' },
    { label: t('reports.facts.point'), value: point ?? '' },
  ].filter(({ value }) => value !== '');
}

export function madeFacts({ t }: Translator, hubName: string, generatedAt: number): Facts {
  return [
    { label: t('reports.facts.hub'), value: hubName },
    { label: t('reports.facts.generatedAt'), value: formatDateTime(generatedAt) },
  ];
}
