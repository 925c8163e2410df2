/**
 * Makes `Date` run ahead by the last argument, milliseconds. It stands alone, for it is carried into other programs and pages as text;
 * Electron's main process gets its module before the argument.
 */
export function moveDate(...given: readonly unknown[]): void {
  const aheadMs = Number(given.at(-1));
  const world = globalThis as { Date: DateConstructor; dateAhead?: { ms: number } };
  if (world.dateAhead) {
    world.dateAhead.ms = aheadMs;
    return;
  }
  const ahead = { ms: aheadMs };
  const Real = Date;
  const now = () => Real.now() + ahead.ms;
  world.dateAhead = ahead;
  world.Date = new Proxy(Real, {
    construct: (target, given, self) => Reflect.construct(target, given.length === 0 ? [now()] : given, self),
    get: (target, key, self) => (key === 'now' ? now : Reflect.get(target, key, self)),
  });
}
