/** A part of a text that was written without any markup but line starts. */
export type TextBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }

const heading = /^#{1,6}\s+(.+)$/
const bullet = /^[-*]\s+(.+)$/
const number = /^\d{1,3}[.)]\s+(.+)$/

/**
 * The parts of a text: a line that begins with # is a heading, lines that begin with - or a number make a list, and an
 * empty line ends a paragraph. Everything else is plain words.
 */
export function textBlocks(text: string): readonly TextBlock[] {
  const blocks: TextBlock[] = []
  for (const part of text.split(/\n\s*\n/)) {
    let words: string[] = []
    const flush = () => {
      if (words.length > 0) blocks.push({ kind: 'paragraph', text: words.join(' ') })
      words = []
    }
    for (const line of part.split('\n').map((one) => one.trim())) {
      const made = blockOf(line)
      if (made) {
        flush()
        addTo(blocks, made)
      } else if (line !== '') words.push(line)
    }
    flush()
  }
  return blocks
}

function blockOf(line: string): TextBlock | undefined {
  const title = heading.exec(line)?.[1]
  if (title !== undefined) return { kind: 'heading', text: title }
  const point = bullet.exec(line)?.[1]
  if (point !== undefined) return { kind: 'list', ordered: false, items: [point] }
  const step = number.exec(line)?.[1]
  return step === undefined ? undefined : { kind: 'list', ordered: true, items: [step] }
}

function addTo(blocks: TextBlock[], made: TextBlock): void {
  const last = blocks.at(-1)
  const goesOn = made.kind === 'list' && last?.kind === 'list' && last.ordered === made.ordered
  if (goesOn) blocks.splice(-1, 1, { ...last, items: [...last.items, ...made.items] })
  else blocks.push(made)
}
