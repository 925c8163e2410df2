import type { Kysely, Migration } from 'kysely';

/** The Merkle tree over all that was received and ruled, and the heads of it that the hub signed. */
export const checkpoints: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('tree')
      .addColumn('only_row', 'integer', (c) => c.primaryKey())
      .addColumn('size', 'bigint', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('tree_leaves')
      .addColumn('position', 'bigint', (c) => c.primaryKey())
      .addColumn('chain', 'text', (c) => c.notNull())
      .addColumn('seq', 'bigint', (c) => c.notNull())
      .addColumn('leaf', 'text', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('tree_leaves_by_chain').on('tree_leaves').columns(['chain', 'seq']).unique().execute();
    await db.schema
      .createTable('tree_nodes')
      .addColumn('level', 'integer', (c) => c.notNull())
      .addColumn('position', 'bigint', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('tree_nodes_key', ['level', 'position'])
      .execute();
    await db.schema
      .createTable('tree_chains')
      .addColumn('chain', 'text', (c) => c.primaryKey())
      .addColumn('seq', 'bigint', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('tree_rulings')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('seq', 'bigint', (c) => c.notNull().unique())
      .execute();
    await db.schema.createIndex('rulings_by_time').on('rulings').column('at').execute();
    await db.schema
      .createTable('checkpoints')
      .addColumn('size', 'bigint', (c) => c.primaryKey())
      .addColumn('root', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('jws', 'text', (c) => c.notNull())
      .execute();
    await db
      .insertInto('tree' as never)
      .values({ only_row: 1, size: 0 } as never)
      .execute();
  },
};
