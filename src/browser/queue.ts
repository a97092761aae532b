const step: Record<string, number> = { j: 1, k: -1 }

/** The keys of a queue: j and k move, x ticks, o opens, a and d go to the decision, ? lists them all; s, on every page of an account, opens the list of others. */
export function readKeys(): void {
  const keys = () => document.querySelector<HTMLDialogElement>('dialog#keys')
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-show-keys]')) keys()?.showModal()
  })
  document.addEventListener('keydown', (event) => {
    const dialog = keys()
    if (dialog?.open || isTyping(event)) return
    if (event.key === 's' && chooseAccount()) return event.preventDefault()
    if (!dialog) return
    if (event.key === '?') dialog.showModal()
    else if (!act(event.key)) return
    event.preventDefault()
  })
}

function isTyping({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const fields = 'textarea, select, [contenteditable], input:not([type="checkbox"])'
  return ctrlKey || metaKey || altKey || (target instanceof Element && target.matches(fields))
}

function chooseAccount(): boolean {
  const menu = document.querySelector<HTMLDetailsElement>('details.accounts')
  if (!menu) return false
  menu.open = true
  menu.querySelector<HTMLElement>('input[type="search"]')?.focus()
  return true
}

function act(key: string): boolean {
  const rows = [...document.querySelectorAll('[data-queue] [data-row]')]
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const row = rows[at]
  const move = step[key]
  if (move !== undefined) return go(rows[Math.min(Math.max(at + move, 0), rows.length - 1)])
  if (!row) return false
  if (key === 'x') return press(row.querySelector('input[type="checkbox"]'))
  if (key === 'o') return press(row.querySelector('a'))
  return key === 'a' || key === 'd' ? press(row.querySelector(`[data-key="${key}"]`)) : false
}

function go(row: Element | undefined): boolean {
  row?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'nearest' })
  return row !== undefined
}

function press(target: HTMLElement | null): boolean {
  target?.click()
  return target !== null
}
