import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { APPROVAL_CHANNELS, type Approval, approvalChannel } from '../../../shared/events/authorisation.ts';
import type { PointService } from '../../point/point-service.ts';
import type { SignInRequest } from '../../point/sign-in.ts';
import { CliError, EXIT, messageOf } from '../cli.ts';
import { unwrap } from './open.ts';

export const SUBSTITUTION_OPTIONS = {
  basis: { type: 'string' },
  document: { type: 'string' },
  'document-date': { type: 'string' },
  signer: { type: 'string' },
  authorised: { type: 'string' },
  'authorised-title': { type: 'string' },
  scope: { type: 'string' },
  reason: { type: 'string' },
  approver: { type: 'string' },
  'approved-at': { type: 'string' },
  channel: { type: 'string' },
  attachment: { type: 'string' },
} as const;

export const SUBSTITUTION_USAGE =
  '[--basis assignment|authorisation --document NUMBER [--document-date YYYY-MM-DD] --signer NAME --reason TEXT ' +
  '[--authorised NAME --authorised-title TITLE] [--scope TEXT] ' +
  `[--approver NAME --approved-at TIME --channel ${APPROVAL_CHANNELS.join('|')}] [--attachment FILE]]`;

export type SubstitutionValues = { readonly [Name in keyof typeof SUBSTITUTION_OPTIONS]?: string | undefined };

/** Empty parts are left for the sign-in to refuse, which knows whether a substitution is needed at all. */
export function substitutionOf(values: SubstitutionValues, point: PointService): SignInRequest['substitution'] {
  const { basis, document = '', signer = '', reason = '', scope, attachment } = values;
  if (Object.keys(SUBSTITUTION_OPTIONS).every((name) => values[name as keyof SubstitutionValues] === undefined)) {
    return null;
  }
  if (basis !== 'assignment' && basis !== 'authorisation') {
    throw new CliError('--basis is assignment or authorisation', EXIT.usage);
  }
  const date = values['document-date'];
  return {
    basis,
    ...{ documentNumber: document, signer, reason },
    ...(date === undefined ? {} : { documentDate: dateOf(date) }),
    ...(values.authorised === undefined
      ? {}
      : { authorised: { fullName: values.authorised, title: values['authorised-title'] ?? '' } }),
    ...(scope === undefined ? {} : { scope }),
    approvalClaim: approvalOf(values),
    attachment: attachment === undefined ? null : unwrap(point.keepAttachment(fileOf(attachment))),
  };
}

function dateOf(text: string): string {
  if (!z.iso.date().safeParse(text).success) throw new CliError('--document-date is a day as 2026-01-31', EXIT.usage);
  return text;
}

function approvalOf(values: SubstitutionValues): Approval | null {
  const { approver, channel } = values;
  const at = values['approved-at'];
  if (approver === undefined && at === undefined && channel === undefined) return null;
  const known = approvalChannel.safeParse(channel);
  const approvedAt = Date.parse(at ?? '');
  if (!approver || !known.success || Number.isNaN(approvedAt)) {
    throw new CliError('--approver, --approved-at (2026-01-31T07:30+07:00) and --channel belong together', EXIT.usage);
  }
  return { approver, approvedAt, channel: known.data };
}

function fileOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CliError(messageOf(error));
  }
}
