/** Says where the clocks of this browser stand, in the forms that ask for it and show nothing of it. */
export function sayTimeZone(): void {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  for (const field of document.querySelectorAll<HTMLInputElement>('input[type=hidden][name=timeZone]'))
    field.value = timeZone
}
