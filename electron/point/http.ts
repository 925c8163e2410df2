import { Agent, buildConnector, request } from 'undici';

/**
 * The HTTP client, to be imported when it is first used. Not as the package itself: a bundler gives a CommonJS package that is asked
 * for later without its names.
 */
export const http = { Agent, buildConnector, request };
