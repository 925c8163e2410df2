import fc from 'fast-check';
import { z } from 'zod';

type Json = Readonly<Record<string, unknown>>;
/** Values that mean something to whoever is asked, by the name of the field: a meeting there is, a point, a person. */
export type KnownValues = Readonly<Record<string, readonly unknown[]>>;

/** What a contract takes. Fields whose name is known get known values most of the time: otherwise nothing is ever found. */
export function validValue(schema: z.ZodType, known: KnownValues): fc.Arbitrary<unknown> {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  return ofSchema(json as Json, '', known);
}

function ofSchema(schema: Json, name: string, known: KnownValues): fc.Arbitrary<unknown> {
  const plain = plainOf(schema, name, known);
  const values = known[name];
  if (values === undefined || schema.type === 'object') return plain;
  if (schema.type === 'array') return fc.oneof(fc.subarray([...values], { minLength: 1 }), plain);
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: plain });
}

function plainOf(schema: Json, name: string, known: KnownValues): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(choices)) return fc.oneof(...choices.map((one) => ofSchema(one, name, known)));
  switch (schema.type) {
    case 'string':
      return text(schema);
    case 'integer':
    case 'number':
      return number(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return list(schema, name, known);
    case 'object':
      return object(schema, known);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function text({ format, pattern, minLength = 0, maxLength = 40 }: Json): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'uri') return fc.webUrl();
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern));
  const [least, most] = [Number(minLength), Math.max(Number(minLength), Math.min(Number(maxLength), 40))];
  return fc.string({ unit: 'grapheme-composite', minLength: least, maxLength: most });
}

function number({ type, minimum, maximum }: Json): fc.Arbitrary<number> {
  const least = Number(minimum ?? 0);
  const most = Math.min(Number(maximum ?? least + 4e12), Number.MAX_SAFE_INTEGER);
  if (type === 'integer') return fc.integer({ min: Math.ceil(Math.max(least, Number.MIN_SAFE_INTEGER)), max: most });
  return fc.double({ min: least, max: most, noNaN: true });
}

function list(schema: Json, name: string, known: KnownValues): fc.Arbitrary<unknown> {
  const items = (schema.items ?? {}) as Json;
  const least = Number(schema.minItems ?? 0);
  const most = Math.max(least, Math.min(Number(schema.maxItems ?? 3), 3));
  return fc.array(ofSchema(items, name, known), { minLength: least, maxLength: most });
}

function object(schema: Json, known: KnownValues): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>);
  const required = new Set((schema.required ?? []) as readonly string[]);
  const fields = properties.map(([name, of]) => {
    const value = ofSchema(of, name, known);
    return fc.tuple(fc.constant(name), required.has(name) ? value : fc.option(value, { nil: undefined }));
  });
  const more = schema.additionalProperties;
  const rest =
    typeof more === 'object' && more !== null && properties.length === 0
      ? fc.dictionary(keyOf(schema, known), ofSchema(more as Json, '', known), { maxKeys: 2 })
      : fc.constant({});
  return fc
    .tuple(fc.tuple(...fields), rest)
    .map(([pairs, others]) => ({ ...Object.fromEntries(pairs.filter(([, value]) => value !== undefined)), ...others }));
}

function keyOf({ propertyNames }: Json, known: KnownValues): fc.Arbitrary<string> {
  const points = (known.point ?? []).map(String);
  const named = propertyNames === undefined ? fc.string({ maxLength: 12 }) : text(propertyNames as Json);
  return points.length === 0 ? named : fc.oneof(fc.constantFrom(...points), named);
}
