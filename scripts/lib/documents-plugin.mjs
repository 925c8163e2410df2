import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** Guides that the windows show. @type {Record<string, string>} */
const GUIDES = {
  technician: 'docs/ky-thuat-vien.md',
  leader: 'docs/the-lanh-dao.md',
  province: 'docs/province-guide.md',
};
/** Where a guide goes on in English. */
const ENGLISH = '<!-- English -->';

/**
 * Modules made from files of the repository, for `vite.config.ts`: `virtual:notices` (version and licences of what is shipped) and
 * `virtual:guide/NAME/LANGUAGE` (a guide as Markdown tokens: drawn without HTML, so the policy of the page stays as it is).
 */
export function documentsPlugin() {
  return {
    name: 'diem-cau-documents',
    /** @param {string} id */
    resolveId: (id) => (id.startsWith('virtual:notices') || id.startsWith('virtual:guide/') ? `\0${id}` : null),
    /** @param {string} id */
    async load(id) {
      if (id === '\0virtual:notices') return moduleOf(await readNotices());
      const [, name, language] = /^\0virtual:guide\/([a-z]+)\/(vi|en)$/.exec(id) ?? [];
      if (name === undefined || language === undefined) return null;
      const file = GUIDES[name];
      if (file === undefined) throw new Error(`there is no guide ${name}`);
      const [vi = '', en = vi] = (await readFile(join(root, file), 'utf8')).split(ENGLISH);
      const { lexer } = await import('marked');
      return moduleOf(lexer(language === 'en' ? en : vi));
    },
  };
}

/** @param {unknown} value */
function moduleOf(value) {
  return `export default ${JSON.stringify(value)};`;
}

/** What is shipped besides our own code, as the lock file has it. */
export async function readNotices() {
  const read = async (/** @type {string} */ name) => JSON.parse(await readFile(join(root, name), 'utf8'));
  const [{ version }, { packages }] = await Promise.all([read('package.json'), read('package-lock.json')]);
  const shipped = Object.entries(packages).flatMap(([path, { dev, devOptional, version: its, license }]) =>
    path === '' || dev || devOptional
      ? []
      : // A package may have its licence in a file alone.
        [{ name: path.slice(path.lastIndexOf('node_modules/') + 13), version: its, license: license ?? 'LICENSE' }],
  );
  const once = new Map(shipped.map((one) => [`${one.name} ${one.version}`, one]));
  return { version, packages: [...once.values()].sort((one, other) => (one.name < other.name ? -1 : 1)) };
}
