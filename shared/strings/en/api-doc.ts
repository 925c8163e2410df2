import type { apiDoc as vi } from '../vi/api-doc.ts';

export const apiDoc: typeof vi = {
  title: 'Điểm Cầu: API of the province',
  about:
    'Times are milliseconds since 1970-01-01 UTC. A failed request always answers {"error": {"code", "values"}}. Fields may be added at any time: leave alone what you do not know.',
  done: 'Done.',
  etag: 'Tag of this content; send it back in If-None-Match.',
  ifNoneMatch: 'The ETag of the last answer; answers 304 when the content is still the same.',
  notModified: 'The content is that of the ETag sent.',
  access: {
    anyone: 'Everybody may call it.',
    device: 'Enrolled devices of points only, by a token that the device signs for each request.',
    page: 'From this hub’s own page only.',
    session: 'People signed in to the console with the right “{{right}}”.',
    token: 'A token with the scope “{{scope}}”, or somebody signed in with the right “{{right}}”.',
  },
  schemes: {
    session: 'The console’s cookie, set by signing in.',
    token: 'A token that an administrator made for another system: “Authorization: Bearer dct_…”.',
    device: 'A token signed by the device’s key, good once.',
  },
  tags: {
    v1: 'Data for other systems: by ETag and “since” cursors',
    reports: 'Reports',
    console: 'The province’s console',
    point: 'Meeting points',
    service: 'The hub itself',
  },
};
