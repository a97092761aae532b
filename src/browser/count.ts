let speaking: ReturnType<typeof setTimeout> | undefined

/** Keeps the sentence under a text field true while somebody types. */
export function countCharacters(): void {
  document.addEventListener('input', (event) => {
    if (event.target instanceof HTMLTextAreaElement && event.target.dataset.count) count(event.target)
  })
  // What the browser kept over a reload or the back button counts too.
  for (const field of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-count]'))
    if (field.value !== field.defaultValue) count(field)
}

function count(field: HTMLTextAreaElement): void {
  const line = document.getElementById(field.dataset.count ?? '')
  if (!line) return
  const sentence = say(line, [...field.value.trim()].length)
  line.textContent = sentence
  clearTimeout(speaking)
  speaking = setTimeout(() => {
    const voice = document.getElementById('live-status')
    if (voice) voice.textContent = sentence
  }, 1000)
}

function say(line: HTMLElement, length: number): string {
  const min = Number(line.dataset.min)
  const left = Number(line.dataset.max) - length
  line.classList.toggle('over', left < 0)
  const short = length > 0 && length < min
  const kind = left < 0 ? 'over' : short ? 'short' : 'characters'
  const n = short ? min - length : Math.abs(left)
  const { lang } = document.documentElement
  const template = line.getAttribute(`data-${kind}-${new Intl.PluralRules(lang).select(n)}`) ?? '{n}'
  return template.replace('{n}', new Intl.NumberFormat(lang).format(n))
}
