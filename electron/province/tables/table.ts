/** A table as the database itself describes it. */
export interface Table {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** Names of the primary key's columns, in its order. */
  readonly key: readonly string[];
}

export interface TableColumn {
  readonly name: string;
  /** As this database calls it. */
  readonly type: string;
}

export function namesOf({ columns }: Table): readonly string[] {
  return columns.map(({ name }) => name);
}
