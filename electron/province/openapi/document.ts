import type { Translator } from '../../../shared/strings/translator.ts';
import type { DocumentedRoute } from '../http/documented.ts';
import { operationOf, tagOf } from './operation.ts';
import { type JsonSchema, Schemas } from './schemas.ts';

/** The OpenAPI 3.1 document of the routes, with the schemas that check what they are asked. In the translator's language. */
export function openapiDocument(routes: readonly DocumentedRoute[], words: Translator): JsonSchema {
  const { t } = words;
  const schemas = new Schemas();
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const route of routes) {
    const path = route.url.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, schemas, words) };
  }
  const tags = [...new Set(routes.map(({ url }) => tagOf(url)))];
  return {
    openapi: '3.1.0',
    info: {
      title: t('apiDoc.title'),
      version: '1',
      description: t('apiDoc.about'),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: tags.map((name) => ({ name, description: words.raw(`apiDoc.tags.${name}`) ?? name })),
    paths,
    components: {
      schemas: schemas.components,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'diem-cau-session', description: t('apiDoc.schemes.session') },
        token: { type: 'http', scheme: 'bearer', description: t('apiDoc.schemes.token') },
        device: { type: 'http', scheme: 'bearer', bearerFormat: 'JWS', description: t('apiDoc.schemes.device') },
      },
    },
  };
}
