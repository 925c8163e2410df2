import type { FastifyInstance } from 'fastify';
import type { AppError } from '../../../shared/errors.ts';
import { pushRequest, pushResponse, RECEIPT_TYP, type ReceiptClaims } from '../../../shared/protocol/entries.ts';
import { ok } from '../../../shared/result.ts';
import { signQuickly } from '../../crypto/quick-lines.ts';
import { authenticateDevice } from '../auth/device.ts';
import { addAudit } from '../db/audit.ts';
import type { Device } from '../db/devices.ts';
import type { HubDeps } from '../deps.ts';
import { addRoute } from '../http/route.ts';
import { BY_DEVICE } from '../http/route-doc.ts';
import { openIntake } from '../journal/intake.ts';
import { tellChanges } from '../live/tell-changes.ts';

/** A push of the largest lines the protocol takes. */
const BODY_LIMIT = 21 * 1024 * 1024;

/** Takes a device's lines and answers a signed receipt; the lines are on disk before it is sent. */
export function entriesRoute(app: FastifyInstance, deps: HubDeps): void {
  const intake = openIntake(deps);
  const endTelling = tellChanges(deps);
  app.addHook('onClose', async () => endTelling());
  addRoute(app, {
    method: 'POST',
    url: '/api/point/entries',
    doc: {
      vi: 'Nhận các bản ghi đã ký của máy và trả biên nhận có chữ ký.',
      en: "Takes the device's signed entries and answers a signed receipt.",
      access: BY_DEVICE,
      errors: ['journal-bad-signature', 'journal-bad-chain', 'journal-gap', 'hub-busy'],
    },
    authenticate: (request) => authenticateDevice(deps, request),
    body: pushRequest,
    answer: pushResponse,
    options: { bodyLimit: BODY_LIMIT },
    async handle({ who, body }) {
      const push = await intake.take(who, body.entries);
      if (!push.ok) {
        await noteRefusal(deps, who, push.error);
        return push;
      }
      const { head, accepted, duplicates, at } = push.value;
      const claims: ReceiptClaims = { device: who.id, seq: head.seq, hash: head.hash, receivedAt: at };
      const receipt = await signQuickly(claims, deps.hub.key, { typ: RECEIPT_TYP, kid: deps.hub.id });
      return ok({ receipt, accepted, duplicates });
    },
  });
}

/** What does not verify leaves a trace: it may be a fault of the device, or somebody's hand in its record. */
async function noteRefusal(deps: HubDeps, { id, pointCode }: Device, error: AppError): Promise<void> {
  deps.log.warn({ device: id, point: pointCode, code: error.code, values: error.values }, 'a push was refused');
  await addAudit(deps.db, {
    at: deps.clock.now(),
    actor: `device:${id}`,
    action: 'push-refused',
    subject: `point:${pointCode}`,
    detail: { code: error.code, ...error.values },
  });
}
