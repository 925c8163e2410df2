import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { documentedRoutes } from '../../../electron/province/http/documented.ts';
import { onSqlite } from './databases.ts';
import { makeHub, type TestHub } from './hub.ts';

const openNew = onSqlite();
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

interface Document {
  readonly paths: Record<string, Record<string, { summary: string; operationId: string; responses: object }>>;
}

async function documentOf(hub: TestHub, lang: string): Promise<Document> {
  const { status, body } = await hub.json({ url: `/api/openapi.json?lang=${lang}` });
  expect(status).toBe(200);
  return body as unknown as Document;
}

/** What Fastify itself says it routes. */
function routed(hub: TestHub): string[] {
  const lines = hub.app.printRoutes({ commonPrefix: false }).split('\n');
  const open: string[] = [];
  return lines.flatMap((line) => {
    const [, indent = '', name = '', methods] = /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    const depth = indent.length / 4;
    open.length = depth;
    open[depth] = name;
    const listed = methods?.split(', ').filter((method) => METHODS.includes(method.toLowerCase())) ?? [];
    return listed.map((method) => `${method} ${open.join('')}`);
  });
}

describe('the OpenAPI document', () => {
  it.each(['vi', 'en'])('is valid OpenAPI 3.1 to an independent validator (%s)', async (lang) => {
    const document = await documentOf(await makeHub(await openNew()), lang);
    const validator = new Validator();
    const { valid, errors } = await validator.validate({ ...structuredClone(document) });
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
    expect(validator.version).toBe('3.1');
  });

  it('has every route of the hub, and no other', async () => {
    const hub = await makeHub(await openNew());
    const { paths } = await documentOf(hub, 'en');
    const documented = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(documented.sort()).toEqual(routed(hub).sort());
    expect(documented.length).toBeGreaterThan(25);
  });

  it('says of each what it does, in words of its own, and how it fails', async () => {
    const hub = await makeHub(await openNew());
    for (const lang of ['vi', 'en']) {
      const { paths } = await documentOf(hub, lang);
      const operations = Object.values(paths).flatMap((one) => Object.values(one));
      for (const key of ['summary', 'operationId'] as const) {
        expect(new Set(operations.map((one) => one[key])).size).toBe(operations.length);
      }
      for (const { responses } of operations) expect(Object.keys(responses)).toContain('500');
    }
  });

  it('asks of every route what it asks in the document: the matrix of access', async () => {
    const hub = await makeHub(await openNew());
    for (const { method, url, doc } of documentedRoutes(hub.app)) {
      const { status } = await hub.json({ method: method as 'GET', url: url.replace(/:\w+/g, 'x') });
      const open = doc.access.by === 'anyone' || (doc.access.by === 'session' && doc.access.right === null);
      expect([url, status === 401]).toEqual([url, !open]);
    }
  });
});
