/** Makes the compiler prove that a closed union was walked to its end. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
