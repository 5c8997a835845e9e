/** True for what another account's creative is called: a # and a number, in place of an id that the caller may not know. */
export function isOthers(id: string): boolean {
  return /^#[0-9a-f]{8}$/.test(id);
}
