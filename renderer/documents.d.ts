/** Made at build time by `scripts/lib/documents-plugin.mjs`. */
declare module 'virtual:notices' {
  const notices: {
    readonly version: string;
    readonly packages: readonly { readonly name: string; readonly version: string; readonly license: string }[];
  };
  export default notices;
}

declare module 'virtual:guide/*' {
  const tokens: readonly import('./ui/help/token.ts').Token[];
  export default tokens;
}
