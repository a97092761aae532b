/** Puts the chosen text into its field, as the server would, without leaving the page. */
export function putTextsIn(): void {
  document.addEventListener('click', (event) => {
    const box =
      event.target instanceof Element && event.target.closest('[data-fill] button')?.closest('[data-fill]')
    if (!(box instanceof HTMLElement)) return
    const field = document.getElementById(box.dataset['fill'] ?? '')
    const chosen = box.querySelector('select')?.selectedOptions[0]
    if (!(field instanceof HTMLTextAreaElement) || !chosen) return
    event.preventDefault()
    const text = chosen.dataset['text']
    if (!text) return
    field.value = field.value.trim() === '' ? text : `${field.value.trimEnd()}\n\n${text}`
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.focus()
  })
}
