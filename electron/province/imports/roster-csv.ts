import { createHash } from 'node:crypto';
import { type Person, person } from '../../../shared/meeting/meeting.ts';
import type { Locale } from '../../../shared/strings/translator.ts';
import { readCsv } from './read-csv.ts';
import type { ImportRead } from './read-table.ts';

export type RosterRow = Person & { readonly point: string };

/**
 * People of a CSV file with the columns `point`, `name`, `title` and maybe `id` and `fields` (several with `;` or `|` between, in quotes
 * where the file itself is separated by semicolons); `points` are the codes there are. Without the column, fields stay as they are.
 */
export function readRoster(text: string, points: ReadonlySet<string>, locale: Locale): ImportRead<RosterRow> {
  return readCsv<'point' | 'name' | 'title' | 'id' | 'fields', RosterRow>(
    text,
    {
      required: ['point', 'name', 'title'],
      optional: ['id', 'fields'],
      titles: {
        point: ['Mã điểm cầu', 'Mã'],
        name: ['Họ và tên', 'Họ tên'],
        title: ['Chức vụ'],
        id: ['Mã người'],
        fields: ['Lĩnh vực phụ trách', 'Lĩnh vực'],
      },
      take({ point, name, title, id: given, fields: inCharge }, words) {
        if (point === '') return { column: 'point' };
        if (!points.has(point)) return { detail: words.t('report.importing.unknownPoint', { value: point }) };
        const parsed = person.safeParse({
          ...{ id: given || personIdOf(point, name), fullName: name, title },
          ...(inCharge !== '' && { fields: fieldsOf(inCharge) }),
        });
        if (parsed.success) return { row: { ...parsed.data, point }, key: `${point} ${parsed.data.id}` };
        const at = parsed.error.issues[0]?.path[0];
        return { column: at === 'id' || at === 'fields' || at === 'title' ? at : 'name' };
      },
    },
    locale,
  );
}

function fieldsOf(text: string): readonly string[] {
  return text
    .split(/[;|]/)
    .map((field) => field.trim())
    .filter((field) => field !== '');
}

/** The same person of the same point gets the same id again when the file is imported anew. */
export function personIdOf(point: string, name: string): string {
  return `p-${createHash('sha256').update(`${point}\n${name}`).digest('hex').slice(0, 16)}`;
}
