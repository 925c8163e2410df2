/** Leads to the first field of a form that was refused, once it is marked: a button at the end of a long form seems dead without. */
export function leadToFirstFault(form: HTMLElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
