import { z } from 'zod';
import { journalEvent } from '../../../shared/events/journal-event.ts';
import { ruling } from '../../../shared/events/rulings.ts';
import { meeting } from '../../../shared/meeting/meeting.ts';
import { policy } from '../../../shared/policy/policy.ts';
import { attendanceRow } from '../../../shared/protocol/attendance.ts';
import { readinessRow } from '../../../shared/protocol/console.ts';
import { failureBody } from '../../../shared/protocol/failure.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Schemas that stand once in the document under a name; all others are written out where they are used. */
const NAMED = {
  Failure: failureBody,
  Meeting: meeting,
  ReadinessRow: readinessRow,
  AttendanceRow: attendanceRow,
  Policy: policy,
  JournalEvent: journalEvent,
  Ruling: ruling,
} as const;

/** Turns zod schemas into JSON Schema 2020-12, which is what OpenAPI 3.1 takes, and gathers the named ones. */
export class Schemas {
  readonly components: Record<string, JsonSchema> = {};
  readonly #names = z.registry<{ id: string }>();

  constructor() {
    for (const [id, schema] of Object.entries(NAMED)) this.#names.add(schema, { id });
  }

  /** What the hub answers. Fields may be added later, so unknown ones are not forbidden. */
  answered(schema: z.ZodType): JsonSchema {
    return this.#hoisted(schema, 'output', (name) => name);
  }

  /** What the hub takes: what has a default may be missing. */
  asked(schema: z.ZodType): JsonSchema {
    return this.#hoisted(schema, 'input', (name) => `${name}Asked`);
  }

  #hoisted(schema: z.ZodType, io: 'input' | 'output', nameOf: (name: string) => string): JsonSchema {
    const {
      $schema: _,
      $defs = {},
      ...own
    } = z.toJSONSchema(schema, {
      io,
      metadata: this.#names,
      // Files and what a transform makes: the route says their media type.
      unrepresentable: 'any',
      override: ({ jsonSchema }) => {
        if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
        // zod means that a list is not written to; OpenAPI would mean that it may not be sent.
        delete jsonSchema.readOnly;
      },
    });
    for (const [name, definition] of Object.entries($defs)) {
      this.components[nameOf(name)] ??= withRefs(definition, nameOf);
    }
    return withRefs(own, nameOf);
  }
}

/** Points references at the document's components in place of the schema's own definitions. */
function withRefs(schema: unknown, nameOf: (name: string) => string): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) => {
    if (key !== '$ref' || typeof value !== 'string') return value;
    return `#/components/schemas/${nameOf(value.replace('#/$defs/', ''))}`;
  });
}
