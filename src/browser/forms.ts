/** Takes the reader to the mistakes of a form, and from each mistake to its field. */
export function leadToMistakes(): void {
  document.querySelector<HTMLElement>('[data-focus]')?.focus()
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element && event.target.closest<HTMLAnchorElement>('[data-focus] a[href^="#"]')
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!target) return
    const field = target.matches('fieldset') ? target.querySelector<HTMLElement>('input') : target
    for (let fold = target.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
      fold.open = true
    event.preventDefault()
    ;(target.closest('.field') ?? target).scrollIntoView()
    field?.focus({ preventScroll: true })
  })
}

const sent = new Set<HTMLFormElement>()

/** Sends a form once, however often its button is pressed. */
export function sendOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return
    if (sent.has(form)) return event.preventDefault()
    sent.add(form)
    // Later, because a disabled button would not go with its own form.
    setTimeout(() => press(form, true))
    setTimeout(() => release(form), 10_000)
  })
  addEventListener('pageshow', () => sent.forEach(release))
}

function release(form: HTMLFormElement): void {
  if (sent.delete(form)) press(form, false)
}

function press(form: HTMLFormElement, disabled: boolean): void {
  for (const control of form.elements)
    if (control instanceof HTMLButtonElement && (disabled ? !control.disabled : control.dataset.pressed)) {
      control.disabled = disabled
      if (disabled) control.dataset.pressed = 'yes'
      else delete control.dataset.pressed
    }
}
