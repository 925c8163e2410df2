import { z } from 'zod';

/**
 * Before any schema is made: zod otherwise writes itself code with `new Function` the first time a schema is used. A window's content
 * security policy forbids it, and a process that is starting has no time for it.
 */
z.config({ jitless: true });
