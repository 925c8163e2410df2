import fc from 'fast-check';
import type { z } from 'zod';
import type { DocumentedRoute } from '../../../../../electron/province/http/documented.ts';
import { journalEvent } from '../../../../../shared/events/journal-event.ts';
import { type Body, fileBody, jsonBody } from './bodies.ts';
import { asHeader, type Credential, credentialFor } from './credentials.ts';
import { mutated } from './mutated.ts';
import { NASTY_TEXTS } from './nasty.ts';
import { type KnownValues, validValue } from './valid-value.ts';

/** A request as it is tried; headers of the credential come when it is sent. */
export interface Tried {
  readonly route: DocumentedRoute;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly who: Credential;
  readonly body: Body | null;
  /** Events that the device signs truly before they are pushed; in the place of a body. */
  readonly events: readonly unknown[] | null;
}

const PUSH = '/api/point/entries';
const ODD_HEADERS: readonly Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { 'sec-fetch-site': 'cross-site' },
  { 'if-none-match': '*' },
  { 'accept-encoding': 'gzip;q=NaN, *' },
  { range: 'bytes=99999999999-,0-0,-1' },
  { 'x-forwarded-for': '0.0.0.0' },
  { 'x-http-method-override': 'DELETE' },
  { 'content-length': '0' },
  { expect: '200-ok' },
];

/** Requests of one route: its contract's values, mutated at every field, as anybody, in any wrapping. */
export function requestsOf(
  route: DocumentedRoute,
  known: KnownValues,
  samples: readonly Buffer[],
): fc.Arbitrary<Tried> {
  const { url, params, query, doc } = route;
  const body = bodyOf(route, known, samples);
  const events = url === PUSH ? fc.option(eventsOf(known), { nil: null, freq: 4 }) : fc.constant(null);
  return fc
    .record({
      params: params ? texts(params, known) : fc.constant({}),
      query: query ? texts(query, known) : fc.constant({}),
      who: credentialFor(doc.access),
      headers: fc.oneof({ weight: 9, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: oddHeaders() }),
      body: body ? fc.option(body, { nil: null, freq: 30 }) : fc.constant(null),
      events,
    })
    .map(({ params, query, ...rest }) => ({ ...rest, route, url: addressOf(url, params, query) }));
}

function oddHeaders(): fc.Arbitrary<Record<string, string>> {
  return fc.oneof(
    fc.constantFrom(...ODD_HEADERS),
    fc
      .tuple(fc.constantFrom('origin', 'host', 'cookie', 'if-none-match', 'accept'), fc.constantFrom(...NASTY_TEXTS))
      .map(([name, text]) => ({ [name]: asHeader(text) })),
  );
}

function bodyOf(
  { body, doc }: DocumentedRoute,
  known: KnownValues,
  samples: readonly Buffer[],
): fc.Arbitrary<Body> | null {
  if (body === undefined) return null;
  if (doc.consumes !== undefined) return fileBody(doc.consumes, samples);
  return jsonBody(mutated(validValue(body, known)));
}

/** What the signed lines of a device that its owner turned against the province may say. */
function eventsOf(known: KnownValues): fc.Arbitrary<readonly unknown[]> {
  const event = validValue(journalEvent, known);
  const odd = fc.oneof({ weight: 2, arbitrary: event }, { weight: 1, arbitrary: mutated(event) });
  return fc.array(odd, { minLength: 1, maxLength: 3 });
}

/** Values as they stand in an address: everything there is text. */
function texts(schema: z.ZodType, known: KnownValues): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  return mutated(validValue(schema, known)).map((value) =>
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : { '': value },
  );
}

function addressOf(url: string, params: Readonly<Record<string, unknown>>, query: object): string {
  const path = url.replace(/:(\w+)/g, (_, name: string) => encoded(params[name] ?? '') || '%20');
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? [...value].slice(0, 5) : [value]).map((one) => `${encoded(name)}=${encoded(one)}`),
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

function encoded(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  // A half of a pair has no encoding; a hostile client sends what its bytes would be.
  const escaped = encodeURIComponent(Buffer.from(text).toString());
  return escaped.slice(0, 12_000);
}
