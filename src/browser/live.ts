import { Idiomorph } from 'idiomorph'
import { parsePage } from './trusted.ts'

let source: EventSource | undefined
let waiting: ReturnType<typeof setTimeout> | undefined

/** Fetches the page anew, with the reader's own rights, when the server says that one of its topics changed. */
export function keepFresh(): void {
  const topics = document.body.dataset.live?.split(' ') ?? []
  // What the counters of the header go by; the page itself stays as it is unless it asked for more.
  const header = document.body.dataset.liveHeader
  const all = header && !topics.includes(header) ? [...topics, header] : topics
  if (all.length === 0) return
  const listen = () => {
    source = new EventSource(`/live?topics=${encodeURIComponent(all.join(' '))}`)
    source.addEventListener('changed', (event: MessageEvent<string>) => {
      if (all.includes(event.data)) soon(topics.includes(event.data))
    })
  }
  if (!document.hidden) listen()
  // A browser opens few connections to one host; hidden pages leave theirs to others.
  document.addEventListener('visibilitychange', () => {
    source?.close()
    if (document.hidden) return
    listen()
    soon(topics.length > 0)
  })
  addEventListener('pagehide', () => clearTimeout(waiting))
}

let withMain = false

function soon(main: boolean): void {
  clearTimeout(waiting)
  withMain ||= main
  waiting = setTimeout(() => void refresh().catch(() => undefined), 250)
}

async function refresh(): Promise<void> {
  const main = withMain
  withMain = false
  const answer = await fetch(location.href, { headers: { accept: 'text/html' }, cache: 'no-store' })
  // Signed out meanwhile: what is on the screen stays, but is no longer kept fresh.
  if (answer.status === 401 || answer.redirected) return source?.close()
  if (!answer.ok) return
  const page = parsePage(await answer.text())
  const changed = main && renew('main', page)
  renew('#site-header', page)
  if (main) document.title = page.title
  const voice = document.getElementById('live-status')
  if (changed && voice) voice.textContent = voice.dataset.say ?? ''
}

function renew(selector: string, page: Document): boolean {
  const before = document.querySelector(selector)
  const after = page.querySelector(selector)
  if (!before || !after) return false
  carryOver(before, after)
  if (before.isEqualNode(after)) return false
  void Idiomorph.morph(before, after, {
    ignoreActiveValue: document.activeElement?.matches('input, textarea, select') ?? false,
    callbacks: {
      beforeNodeMorphed: (old: Node) => !inUse(old),
      beforeNodeRemoved: (old: Node) => !inUse(old) && !(old instanceof Element && holdsForm(old)),
      beforeAttributeUpdated: (name: string, element: Element) =>
        !(name === 'open' && element.matches('details, dialog')),
    },
  })
  return true
}

// What is said once may not be in the page any more when it is fetched anew.
function carryOver(before: Element, after: Element): void {
  const said = [...after.children].filter((one) => one.matches('[data-keep]'))
  for (const [index, kept] of [...before.children].entries()) {
    const isThere = said.some((one) => one.id === kept.id)
    if (kept.matches('[data-keep]') && !isThere)
      after.insertBefore(kept.cloneNode(true), after.children[index] ?? null)
  }
}

function holdsForm(element: Element): boolean {
  return [...element.querySelectorAll('form')].some(inUse)
}

// A form that somebody has touched is left as it is, with the version it was made from; a ticked row keeps its tick.
function inUse(node: Node): boolean {
  if (node instanceof HTMLInputElement && node.type === 'checkbox')
    return node.checked !== node.defaultChecked
  return node instanceof HTMLFormElement && [...node.elements].some(isTouched)
}

function isTouched(field: Element): boolean {
  if (field.closest('[data-row]')) return false
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue
  if (field instanceof HTMLSelectElement)
    return [...field.options].some((one) => one.selected !== one.defaultSelected && one.index > 0)
  if (!(field instanceof HTMLInputElement) || field.type === 'hidden') return false
  return field.checked !== field.defaultChecked || field.value !== field.defaultValue
}
