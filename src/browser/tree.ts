/** How long after the last letter the next one begins another name. */
const nameEndsAfterMs = 700

/**
 * The keys of a list that branches: up and down go to what is seen above and below, right opens a branch or goes into
 * it, left closes it or goes to what it stands below, Home and End go to the ends, letters to a name. It stays a list
 * of links that one walks with Tab, too: a screen reader reads such a list, with its levels and its branches that open
 * and close, by its own keys, where a tree of roles would hide the links and what stands beside them.
 */
export function walkTrees(): void {
  const typed = { text: '', at: 0 }
  document.addEventListener('keydown', (event) => {
    const { target, ctrlKey, metaKey, altKey } = event
    if (ctrlKey || metaKey || altKey || !(target instanceof Element)) return
    const tree = target.closest<HTMLElement>('.tree')
    const item = tree && target.closest<HTMLElement>('.tree li')
    if (!tree || !item) return
    const isMove = goBy(event.key, tree, item)
    if (isMove) typed.text = ''
    else if (!goByName(event, typed, { tree, item })) return
    event.preventDefault()
    event.stopImmediatePropagation()
  })
}

const linkOf = (item: Element | null | undefined) =>
  item?.querySelector<HTMLElement>(':scope > .tree-node a') ?? null

function seenIn(tree: HTMLElement): HTMLElement[] {
  return [...tree.querySelectorAll<HTMLElement>('.tree-node a')].filter((link) => link.checkVisibility())
}

function goBy(key: string, tree: HTMLElement, item: HTMLElement): boolean {
  const links = seenIn(tree)
  const at = links.findIndex((link) => link === linkOf(item))
  const to: Record<string, () => HTMLElement | null | undefined> = {
    ArrowDown: () => links[at + 1],
    ArrowUp: () => links[at - 1],
    Home: () => links[0],
    End: () => links.at(-1),
    ArrowRight: () => into(item),
    ArrowLeft: () => outOf(item),
  }
  const find = Object.hasOwn(to, key) ? to[key] : undefined
  find?.()?.focus()
  return find !== undefined
}

const branchOf = (item: Element) => item.querySelector<HTMLDetailsElement>(':scope > details')

function into(item: HTMLElement): HTMLElement | null {
  const branch = branchOf(item)
  if (!branch) return null
  if (branch.open) return linkOf(branch.querySelector('li'))
  branch.open = true
  return linkOf(item)
}

function outOf(item: HTMLElement): HTMLElement | null {
  const branch = branchOf(item)
  if (!branch?.open) return linkOf(item.parentElement?.closest('li'))
  branch.open = false
  return linkOf(item)
}

type Typed = { text: string; at: number }

function goByName(
  { key, timeStamp }: KeyboardEvent,
  typed: Typed,
  here: { tree: HTMLElement; item: HTMLElement },
) {
  if (key.length !== 1 || key === ' ') return false
  const goesOn = timeStamp - typed.at < nameEndsAfterMs
  typed.text = (goesOn ? typed.text : '') + key.toLocaleLowerCase()
  typed.at = timeStamp
  const links = seenIn(here.tree)
  const at = links.findIndex((link) => link === linkOf(here.item))
  // One letter goes on to the next of that name; more of them may still mean the one that has the focus.
  const from = typed.text.length === 1 ? at + 1 : at
  const inOrder = [...links.slice(from), ...links.slice(0, from)]
  inOrder.find((link) => link.textContent.trim().toLocaleLowerCase().startsWith(typed.text))?.focus()
  return true
}
