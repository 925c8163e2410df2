import { z } from 'zod';
import { policy } from './policy.ts';
import { UNITS } from './units.ts';

/** One limit as a form shows it. `path` leads to it in a policy. */
export interface PolicyField {
  readonly path: readonly string[];
  /** The section of the form it stands in: a check, or a part of the policy. */
  readonly group: string;
  /** Headings above it inside its section. */
  readonly under: readonly string[];
  readonly name: string;
  readonly unit: string | null;
  readonly kind: 'number' | 'integer' | 'boolean' | 'choice' | 'texts' | 'numbers';
  readonly min: number | null;
  readonly max: number | null;
  readonly choices: readonly string[];
}

interface Node {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node;
  readonly propertyNames?: { readonly enum?: readonly string[] };
  readonly items?: Node;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

/** With editors of their own, or given by the hub. */
const ELSEWHERE = ['version', 'checklist', 'linkTests.platformTargets'];

/** Every limit there is, read from the schema itself: a new one has its place in the form at once. */
export const POLICY_FIELDS: readonly PolicyField[] = fieldsIn(z.toJSONSchema(policy, { io: 'input' }) as Node, []);

function fieldsIn(node: Node, path: readonly string[]): readonly PolicyField[] {
  if (ELSEWHERE.includes(path.join('.'))) return [];
  const keys = node.propertyNames?.enum;
  if (node.properties) return Object.entries(node.properties).flatMap(([key, part]) => fieldsIn(part, [...path, key]));
  if (keys && node.additionalProperties) {
    const each = node.additionalProperties;
    return keys.flatMap((key) => fieldsIn(each, [...path, key]));
  }
  const kind = kindOf(node);
  return kind === null ? [] : [fieldOf(node, path, kind)];
}

function kindOf({ type, enum: choices, items }: Node): PolicyField['kind'] | null {
  if (choices) return 'choice';
  if (type === 'number' || type === 'integer' || type === 'boolean') return type;
  if (type === 'array' && items?.type === 'string') return 'texts';
  if (type === 'array' && (items?.type === 'integer' || items?.type === 'number')) return 'numbers';
  return null;
}

function fieldOf(node: Node, path: readonly string[], kind: PolicyField['kind']): PolicyField {
  const inside = path[0] === 'checks' ? path.slice(1) : path;
  const name = path.at(-1) ?? '';
  const { maximum } = node;
  return {
    path,
    group: inside.length === 1 ? 'general' : (inside[0] ?? ''),
    under: inside.slice(1, -1),
    name,
    unit: UNITS[name] ?? null,
    kind,
    min: node.minimum ?? node.exclusiveMinimum ?? null,
    max: maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? (node.exclusiveMaximum ?? null) : maximum,
    choices: node.enum ?? [],
  };
}

/** What stands at a path; undefined where a policy does not tell it. */
export function valueAt(of: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (isGroup(value) ? value[key] : undefined), of);
}

/** The same with another value at the path. */
export function withValue<T>(of: T, path: readonly string[], value: unknown): T {
  const [key, ...rest] = path;
  if (key === undefined) return value as T;
  const group: Readonly<Record<string, unknown>> = isGroup(of) ? of : {};
  return { ...group, [key]: withValue(group[key], rest, value) } as T;
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
