import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { endShared } from './postgres.ts';

/** A folder for the PostgreSQL server that the run's test files share. The first of them that needs it starts it there. */
export function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dc-pg-'));
  project.provide('postgresFolder', folder);
  return () => endShared(folder);
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly postgresFolder: string;
  }
}
