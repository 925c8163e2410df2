import type { databaseErrors as vi } from '../vi/errors-database.ts';

export const databaseErrors: typeof vi = {
  'hub-storage-failed': {
    says: 'The province’s server cannot write its data (disk full or failing). The entries are saved on this machine.',
    do: 'Tell the province; the software sends them again by itself once the server can write.',
  },
  'hub-database-corrupt': {
    says: 'The province’s database is damaged: {{detail}}.',
    do: 'Move hub.sqlite (with -wal and -shm) aside and restore the newest backup; the points send what is missing again by themselves.',
  },
  'hub-database-empty': {
    says: 'There is no province in this database.',
    do: 'Check the data folder. If there was one before, restore the newest backup; the points send what is missing again by themselves.',
  },
  'hub-database-lost': {
    says: 'The database is empty, but this folder is that of a province that was here before (there is {{sign}}).',
    do: 'Restore the newest backup: province restore FILE --data DIR; the points send what is missing again by themselves. For a new province take another folder.',
  },
};
