import { generate } from 'selfsigned';

/** What makes certificates, to be imported when one is made: see `point/http.ts` for why not the package itself. */
export const selfSigned = { generate };
