/** Names after a colon in a path: `'/points/:point'` has `point`. */
type NameIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NameIn<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;
export type ParamsOf<Path extends string> = { readonly [Name in NameIn<Path>]: string };

/** The address of a screen. In the hash, so that a plain file server and the back button do. */
export interface Route<Params = object> {
  readonly path: string;
  readonly hash: (params: Params) => string;
  /** What the hash says of the path's names; null when it is another screen's. */
  readonly match: (hash: string) => Params | null;
}

/** `path` begins with a slash; a part that begins with a colon stands for any text. */
export function defineRoute<const Path extends string>(path: Path): Route<ParamsOf<Path>> {
  const parts = path.split('/');
  return {
    path,
    hash: (params) => `#${parts.map((part) => filled(part, params)).join('/')}`,
    match(hash) {
      const [given = ''] = hash.slice(1).split('?');
      const found = (given === '' ? '/' : given).split('/');
      if (found.length !== parts.length) return null;
      const params: Record<string, string> = {};
      for (const [index, part] of parts.entries()) {
        const text = decoded(found[index] ?? '');
        if (text === null || (part.startsWith(':') ? text === '' : text !== part)) return null;
        if (part.startsWith(':')) params[part.slice(1)] = text;
      }
      return params as ParamsOf<Path>;
    },
  };
}

function filled(part: string, params: Readonly<Record<string, string>>): string {
  return part.startsWith(':') ? encodeURIComponent(params[part.slice(1)] ?? '') : part;
}

/** Null for what no browser would have written. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
