import { formatDateTime } from '../../../shared/strings/format.ts';
import { findNextCertificate } from '../../province/db/certificates.ts';
import { hubFacts } from '../../province/identity.ts';
import { prepareCertificate } from '../../province/next-certificate.ts';
import { fingerprintOf } from '../../province/tls.ts';
import { type Command, EXIT, parseCommand, printJson, printLine, wholeNumber } from '../cli.ts';
import { ACTOR, STORE_OPTIONS, STORE_USAGE, withStore } from './store.ts';

const DAY_MS = 24 * 60 * 60_000;

export const nextCertificate: Command = {
  usage: `${STORE_USAGE} [--days N]`,
  summary:
    'Prepares a new certificate that the hub shows in N days (14 by default). Points learn of it by their feed before then, signed by the hub’s key; one that does not fetch its feed in between must be enrolled anew.',
  async run(argv) {
    const { values } = parseCommand(argv, { ...STORE_OPTIONS, days: { type: 'string', default: '14' } });
    const days = wholeNumber('days', values.days, 0, 365);
    const now = Date.now();
    const next = await withStore(values, (db) => prepareCertificate(db, now + days * DAY_MS, { actor: ACTOR, now }));
    const told = { pin: fingerprintOf(next.cert), takesOverAt: next.takesOverAt };
    if (values.json) printJson(told);
    else printLine(`${told.pin} from ${formatDateTime(told.takesOverAt)}`);
    return EXIT.ok;
  },
};

export const showCertificate: Command = {
  usage: STORE_USAGE,
  summary: 'Tells the fingerprints of the certificate that is shown and of the one that is prepared.',
  async run(argv) {
    const { values } = parseCommand(argv, STORE_OPTIONS);
    const { pin, next } = await withStore(
      values,
      async (db) => ({ pin: (await hubFacts(db)).pin, next: await findNextCertificate(db) }),
      'look',
    );
    const told = next && { pin: fingerprintOf(next.cert), takesOverAt: next.takesOverAt };
    if (values.json) printJson({ pin, next: told ?? null });
    else {
      printLine(`${pin ?? 'none: plain HTTP'} now`);
      if (told) printLine(`${told.pin} from ${formatDateTime(told.takesOverAt)}`);
    }
    return EXIT.ok;
  },
};
